import type { Launched } from "./browser.ts";

/** The window around Firefox's pages: its keys, its menus and its address bar, which no page reaches. */
export interface FirefoxWindow {
  /** Evaluates an expression, awaited, in the window's own privileged script; gives what it is, as JSON. */
  evaluate<T>(expression: string): Promise<T>;
  /** Presses a key as a person does: pages and the browser handle it as they would. */
  press(key: string, ...modifiers: readonly ("Alt" | "Shift")[]): Promise<void>;
  /** Evaluates until the answer is true. */
  until(expression: string, patience?: number): Promise<void>;
}

interface Bidi {
  send(method: string, parameters: object): Promise<{ readonly result: unknown }>;
}

const KEY_CODES: Readonly<Record<string, number>> = { Alt: 18, Shift: 16, Enter: 13 };

/** WebDriver BiDi shows the window to who was let in by `--remote-allow-system-access`. */
export async function windowOf({ browser }: Launched): Promise<FirefoxWindow> {
  const { connection } = browser as unknown as { readonly connection: Bidi };
  const tree = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
  const { contexts } = tree.result as {
    readonly contexts: readonly { readonly context: string; readonly url: string }[];
  };
  const context = contexts.find(({ url }) => url.endsWith("/browser.xhtml"))?.context;
  if (!context) throw new Error("Firefox shows none of its windows.");
  const evaluate = async <T>(expression: string): Promise<T> => {
    const answer = await connection.send("script.evaluate", {
      expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
      target: { context },
      awaitPromise: true,
    });
    const { result, exceptionDetails } = answer.result as {
      readonly result?: { readonly value: string };
      readonly exceptionDetails?: { readonly text: string };
    };
    if (!result) throw new Error(`${exceptionDetails?.text}, in Firefox’s window: ${expression}`);
    return JSON.parse(result.value) as T;
  };
  const key = (name: string) => ({
    key: name,
    code: name.length === 1 ? `Key${name.toUpperCase()}` : name === "Enter" ? name : `${name}Left`,
    keyCode: KEY_CODES[name] ?? name.toUpperCase().charCodeAt(0),
  });
  return {
    evaluate,
    async press(name, ...modifiers) {
      const pressed = [...modifiers, name].map(key);
      await evaluate(`(() => {
        const hands = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
        hands.beginInputTransactionForTests(window);
        const keys = ${JSON.stringify(pressed)}.map((each) => new KeyboardEvent("", each));
        for (const each of keys) hands.keydown(each);
        for (const each of keys.toReversed()) hands.keyup(each);
      })()`);
    },
    async until(expression, patience = 15_000) {
      const end = Date.now() + patience;
      while (!(await evaluate<boolean>(expression))) {
        if (Date.now() > end)
          throw new Error(`After ${patience} ms Firefox’s window still has not: ${expression}`);
        await new Promise((later) => setTimeout(later, 50));
      }
    },
  };
}
