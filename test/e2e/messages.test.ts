import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CDPSession, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pagePort } from "../../extension/port/page.ts";
import { EVERY_PAGE_MESSAGE, EVERY_REQUEST } from "../port/every-message.ts";
import { hands, openSurface, sidebarOf, welcome } from "../practice/assistant.ts";
import { look } from "./harness/ask.ts";
import type { Launched } from "./harness/browser.ts";
import { gmailHost } from "./harness/https.ts";
import { isInstalled } from "./harness/installed.ts";
import { ASKS_STATE, SILENCE_MS, type Tried, tryPort } from "./harness/try-port.ts";
import { openWorkplace, type Workplace } from "./harness/workplace.ts";

describe.skipIf(!isInstalled("chrome"))("Messages to the background", () => {
  let workplace: Workplace;
  let browser: Launched;
  let mail: Page;
  let cdp: CDPSession;
  let contentWorld: number;

  /** Evaluates in the world of the extension's own content script, as somebody who has taken it over would. */
  const inContentScript = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await cdp.send("Runtime.evaluate", {
      expression,
      contextId: contentWorld,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  };
  const tryFromContentScript = (name: string, ...messages: object[]) =>
    inContentScript<Tried>(tryPort({ name, messages }));
  /** Everything that a port carries, either way. */
  const everything = [...EVERY_REQUEST, ...EVERY_PAGE_MESSAGE];

  beforeAll(async () => {
    workplace = await openWorkplace();
    browser = await workplace.launch("chrome");
    const desk = await welcome(browser);
    await hands.type(desk, "Name of the desk", "Board office");
    await hands.type(desk, "Your name, as colleagues see it", "Assistant 1");
    await hands.press(desk, "Create desk");
    await hands.see(desk, "Desk and settings");
    mail = await browser.openPage(`https://${gmailHost}/mail/u/0/`);
    await sidebarOf(mail, browser);
    cdp = await mail.createCDPSession();
    const world = new Promise<number>((resolve) => {
      cdp.on("Runtime.executionContextCreated", ({ context }) => {
        if (context.origin.startsWith(browser.extensionUrl("").slice(0, -1))) resolve(context.id);
      });
    });
    await cdp.send("Runtime.enable");
    contentWorld = await world;
  });
  afterAll(() => workplace?.close());

  it("are answered to a surface (so that the refusals below mean something)", async () => {
    const surface = await openSurface(browser, "popup.html");
    const tried = (await surface.evaluate(
      tryPort({ name: "surface", messages: [ASKS_STATE], answers: 1 }),
    )) as Tried;
    expect(JSON.stringify(tried.got)).toContain("Board office");
    expect(tried.closed).toBe(false);
  });

  it("cannot be sent by the webmail page, which has no way to the extension", async () => {
    const ways = await mail.evaluate(async (id) => {
      const { chrome } = globalThis as unknown as { chrome?: { runtime?: { connect?: unknown } } };
      const read = (path: string) =>
        fetch(`chrome-extension://${id}/${path}`).then(
          (response) => response.ok,
          () => false,
        );
      return {
        runtime: typeof chrome?.runtime?.connect,
        desk: await read("desk.html"),
        popup: await read("popup.html"),
        background: await read("background.js"),
      };
    }, browser.extensionId);
    expect(ways).toEqual({ runtime: "undefined", desk: false, popup: false, background: false });
  });

  it("cannot be sent by a page that frames a surface: only the sidebar can be framed, and only by a webmail", async () => {
    const framed = async (page: Page, path: string) => {
      await page.evaluate((src) => {
        const frame = document.createElement("iframe");
        frame.src = src;
        document.documentElement.append(frame);
      }, browser.extensionUrl(path));
      await new Promise((resolve) => setTimeout(resolve, SILENCE_MS));
      const shown = await Promise.all(
        page.frames().map((frame) => frame.evaluate(() => location.href).catch(() => "")),
      );
      return shown.some((address) => address.startsWith(browser.extensionUrl(path)));
    };
    const stranger = await browser.openPage(`${workplace.url}/health`);
    expect(await framed(stranger, "sidebar.html")).toBe(false);
    expect(await framed(mail, "desk.html")).toBe(false);
    expect(await framed(mail, "popup.html")).toBe(false);
    // Nor by one that frames a webmail in between.
    await framed(stranger, "popup.html");
    await stranger.evaluate(async (src) => {
      const frame = document.createElement("iframe");
      frame.src = src;
      const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
      document.documentElement.append(frame);
      await loaded;
    }, mail.url());
    const between = stranger.frames().find((frame) => frame.url().startsWith(`https://${gmailHost}/`));
    await between?.evaluate((src) => {
      const frame = document.createElement("iframe");
      frame.src = src;
      document.documentElement.append(frame);
    }, browser.extensionUrl("sidebar.html"));
    await new Promise((resolve) => setTimeout(resolve, SILENCE_MS));
    const inside = await Promise.all(
      (between?.childFrames() ?? []).map((frame) => frame.evaluate(() => location.href).catch(() => "")),
    );
    expect(between).toBeDefined();
    expect(inside.filter((address) => address.startsWith(browser.extensionUrl("")))).toEqual([]);
    await stranger.close();
  });

  it("cannot be sent by way of the sidebar, which a page finds in no list of its frames", async () => {
    const found = await mail.evaluate(() => ({
      frames: window.length - document.querySelectorAll("iframe, frame").length,
      inside: document.querySelector("sidedesk-sidebar")?.shadowRoot ?? null,
    }));
    expect(found).toEqual({ frames: 0, inside: null });
  });

  it("are heard by no sidebar that a webmail frames itself or opens as a window, whatever it posts to it", async () => {
    const state = JSON.stringify(await look(await openSurface(browser, "popup.html"), { q: "state" }));
    await mail.bringToFront();
    const came = await mail.evaluate(
      async ({ src, messages, silence }) => {
        const said: string[] = [];
        const seen: string[] = [];
        addEventListener("message", ({ origin }) => {
          if (origin.startsWith("chrome-extension:")) said.push(origin);
        });
        const frame = document.createElement("iframe");
        frame.src = src;
        frame.name = "sidedesk";
        const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
        document.body.append(frame);
        await loaded;
        const beside = window.open(src, "beside");
        await new Promise((resolve) => setTimeout(resolve, silence));
        for (const target of [frame.contentWindow, beside]) {
          for (const message of messages) target?.postMessage(message, "*");
          for (const read of ["document", "name", "localStorage", "chrome"])
            try {
              seen.push(String((target as unknown as Record<string, unknown>)[read]));
            } catch {}
        }
        await new Promise((resolve) => setTimeout(resolve, silence));
        frame.remove();
        beside?.close();
        return { said, seen, opened: beside !== null };
      },
      {
        src: browser.extensionUrl("sidebar.html?beside=gmail"),
        messages: everything,
        silence: SILENCE_MS / 2,
      },
    );
    expect(came).toEqual({ said: [], seen: [], opened: true });
    expect(JSON.stringify(await look(await openSurface(browser, "popup.html"), { q: "state" }))).toBe(state);
  });

  it("are all that a surface says: it sends nothing to any server, by no way that a page has", async () => {
    const surface = await openSurface(browser, "popup.html");
    const tried = await surface.evaluate(async (url) => {
      const held: string[] = [];
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
        held.push(effectiveDirective);
      });
      const failed = (run: () => unknown) =>
        Promise.resolve()
          .then(run)
          .then(
            () => false,
            () => true,
          );
      const refused = [
        await failed(() => fetch(`${url}/health`)),
        await failed(
          () =>
            new Promise((done, fail) => {
              const socket = new WebSocket(url.replace("http", "ws"));
              socket.onopen = done;
              socket.onerror = fail;
            }),
        ),
        await failed(
          () =>
            new Promise((done, fail) => {
              const image = new Image();
              image.onload = done;
              image.onerror = fail;
              image.src = `${url}/health`;
            }),
        ),
        await failed(() => WebAssembly.compile(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]))),
      ];
      const form = document.createElement("form");
      form.action = `${url}/health`;
      document.body.append(form);
      form.submit();
      for (let waited = 0; !held.includes("form-action") && waited < 50; waited++)
        await new Promise((resolve) => setTimeout(resolve, 20));
      return { refused, held: [...new Set(held)].sort() };
    }, workplace.url);
    expect(tried.refused).toEqual([true, true, true, true]);
    expect(tried.held).toEqual(["connect-src", "form-action", "img-src", "script-src"]);
  });

  it("are not answered to the content script where it says that it is a surface", async () => {
    expect(await tryFromContentScript("surface", ...everything)).toEqual({ got: [], closed: true });
  });

  it("are not answered under a name that is none, nor outside a port", async () => {
    for (const name of ["", "Surface", "surface ", "__proto__"])
      expect(await tryFromContentScript(name, ...everything), name).toEqual({ got: [], closed: true });
    const answers = await inContentScript<string[]>(
      `Promise.all(${JSON.stringify(everything)}.map((message) => chrome.runtime.sendMessage(message).then((value) => "answered: " + JSON.stringify(value), (error) => error.message)))`,
    );
    expect(answers).toHaveLength(everything.length);
    for (const answer of answers) expect(answer).toMatch(/Receiving end does not exist|message port closed/);
  });

  it("of a page that are no report are dropped, whatever they hold", async () => {
    const messages = [
      ...EVERY_REQUEST,
      { type: "page", provider: "gmail" },
      { type: "reply", id: 1, ok: true, subjectSet: false, more: "x" },
      JSON.parse('{"type":"page","__proto__":{"provider":"gmail"}}'),
    ];
    const { got } = await inContentScript<Tried>(tryPort({ name: pagePort, messages, answers: 0 }));
    expect(got).toEqual([]);
    const surface = await openSurface(browser, "popup.html");
    const state = await look(surface, { q: "state" });
    expect(state.desks.map(({ name }) => name)).toEqual(["Board office"]);
  });

  it("of a page are not taken from a surface that says that it is a webmail", async () => {
    const surface = await openSurface(browser, "popup.html");
    expect(await surface.evaluate(tryPort({ name: pagePort, messages: everything }))).toEqual({
      got: [],
      closed: true,
    });
  });

  it("of another extension are not answered", async () => {
    const dir = join(workplace.folder, "stranger");
    mkdirSync(dir);
    const manifest = {
      manifest_version: 3,
      name: "Stranger",
      version: "1",
      background: { service_worker: "worker.js" },
    };
    writeFileSync(join(dir, "manifest.json"), JSON.stringify(manifest));
    writeFileSync(join(dir, "worker.js"), "");
    const id = await browser.browser.installExtension(dir);
    const target = await browser.browser.waitForTarget((one) =>
      one.url().startsWith(`chrome-extension://${id}/`),
    );
    const worker = await target.worker();
    if (!worker) throw new Error("The other extension did not start.");
    for (const name of ["surface", pagePort]) {
      const tried = await worker.evaluate(tryPort({ to: browser.extensionId, name, messages: everything }));
      expect(tried, name).toEqual({ got: [], closed: true });
    }
    const sent = `Promise.all(${JSON.stringify(everything)}.map((message) => chrome.runtime.sendMessage("${browser.extensionId}", message).then(() => "answered", () => "refused")))`;
    expect(new Set((await worker.evaluate(sent)) as string[])).toEqual(new Set(["refused"]));
    const { desks } = await look(await openSurface(browser, "popup.html"), { q: "state" });
    expect(desks.map(({ name }) => name)).toEqual(["Board office"]);
  });

  it("of a surface that are not as agreed are answered with what is wrong, and nothing else", async () => {
    const surface = await openSurface(browser, "popup.html");
    const messages = [
      { id: 1, request: { call: "eraseEverything" } },
      { id: 2, request: { call: "submit", desk: "0".repeat(32), commands: [] } },
      { id: 3, watch: { q: "state", more: true } },
      { id: 4, request: { call: "constructor" } },
      { id: 5, watch: { q: "__proto__" } },
      "text",
      null,
    ];
    const tried = (await surface.evaluate(tryPort({ name: "surface", messages, answers: 7 }))) as Tried;
    expect(tried.closed).toBe(false);
    expect(tried.got).toEqual(
      [1, 2, 3, 4, 5, 0, 0].map((id) => ({ id, error: { code: "invalid", detail: expect.any(String) } })),
    );
  });
});
