import type { Background } from "../../port/client.ts";
import type { Answers, Query } from "../../port/surface.ts";

/** The present answer to a question, once; a refusal rejects. */
export function askOnce<Q extends Query>(background: Background, query: Q): Promise<Answers[Q["q"]]> {
  return new Promise((resolve, reject) => {
    const stop = background.watch(
      query,
      (value) => {
        resolve(value);
        queueMicrotask(() => stop());
      },
      reject,
    );
  });
}
