import type { Page } from "puppeteer-core";
import type { Answers, Call, Query, Results } from "../../../extension/port/surface.ts";

/** How long the background has for an answer. */
const PATIENCE_MS = 40_000;

/**
 * Asks the background over a port of its own, as a surface does. `page` is one of the extension's pages.
 * @throws Error `code: detail` where the background refuses
 */
export function ask<C extends Call>(page: Page, request: C): Promise<Results[C["call"]]> {
  return overPort(page, { id: 1, request }) as Promise<Results[C["call"]]>;
}

/** The present answer to a question. */
export function look<Q extends Query>(page: Page, query: Q): Promise<Answers[Q["q"]]> {
  return overPort(page, { id: 1, watch: query }) as Promise<Answers[Q["q"]]>;
}

/** Asks again until the answer is as wanted; gives that answer. */
export async function lookUntil<Q extends Query>(
  page: Page,
  query: Q,
  wanted: (answer: Answers[Q["q"]]) => boolean,
  patience = PATIENCE_MS,
): Promise<Answers[Q["q"]]> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await look(page, query);
    if (wanted(answer)) return answer;
    if (Date.now() > end)
      throw new Error(`After ${patience} ms the answer was still ${JSON.stringify(answer)?.slice(0, 2000)}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function overPort(page: Page, message: object): Promise<unknown> {
  return page.evaluate(
    async (said, patience) => {
      interface Port {
        postMessage(message: object): void;
        disconnect(): void;
        onMessage: { addListener(listener: (reply: Reply) => void): void };
        onDisconnect: { addListener(listener: () => void): void };
      }
      interface Reply {
        readonly result?: unknown;
        readonly value?: unknown;
        readonly error?: { readonly code: string; readonly detail: string };
      }
      const { runtime } = (globalThis as unknown as { chrome: { runtime: { connect(info: object): Port } } })
        .chrome;
      const port = runtime.connect({ name: "surface" });
      try {
        return await new Promise((resolve, reject) => {
          port.onMessage.addListener(({ result, value, error }) => {
            if (error) reject(new Error(`${error.code}: ${error.detail}`));
            else resolve(result ?? value ?? null);
          });
          port.onDisconnect.addListener(() => reject(new Error("The background went away.")));
          setTimeout(() => reject(new Error("The background does not answer.")), patience);
          port.postMessage(said);
        });
      } finally {
        port.disconnect();
      }
    },
    message,
    PATIENCE_MS,
  );
}
