import type { Page } from "puppeteer-core";
import type { DeskInfo } from "../../../extension/port/surface.ts";
import { idFor, newId } from "../../../extension/surfaces/state/ids.ts";
import type { Scalar } from "../../../shared/documents/command.ts";
import { kindOf } from "../../../shared/records/kinds.ts";
import { beginDesk, hands, invite, joinDesk, openSurface } from "../../practice/assistant.ts";
import { ask, look } from "./ask.ts";
import type { Launched } from "./browser.ts";

/** A begins a desk on the server and B joins it by A's link; both desk pages stay open. */
export async function shareDesk(a: Launched, b: Launched, server: string): Promise<{ a: Page; b: Page }> {
  const pageA = await beginDesk(a, "Board office", "Assistant 1", server);
  const pageB = await joinDesk(b, await invite(a), "Assistant 2");
  return { a: pageA, b: pageB };
}

/** The desk that a browser has in front. */
export async function currentDesk(page: Page): Promise<DeskInfo> {
  const { desks, current } = await look(page, { q: "state" });
  const desk = desks.find(({ id }) => id === current);
  if (!desk) throw new Error("There is no desk in this browser.");
  return desk;
}

/** Makes records over the port, all in one call; acknowledged when it resolves. Gives their ids. */
export async function makeRecords(
  page: Page,
  kind: string,
  records: readonly Readonly<Record<string, Scalar>>[],
): Promise<string[]> {
  const definition = kindOf(kind);
  if (!definition) throw new Error(`There is no kind "${kind}".`);
  const { id: desk } = await currentDesk(page);
  const made = records.map((fields) => ({ record: idFor(definition, Date.now()), fields }));
  const at = new Date().toISOString();
  const commands = made.map(({ record, fields }) => ({
    id: newId(),
    at,
    action: { do: "create" as const, record, kind, fields },
  }));
  await ask(page, { call: "submit", desk, commands });
  return made.map(({ record }) => record);
}

/** Types a line in the popup and saves it with Enter; resolves when the popup says that it is saved. */
export async function capture(popup: Page, line: string): Promise<void> {
  await popup.bringToFront();
  await popup.focus("#line");
  await popup.keyboard.type(line);
  await popup.keyboard.press("Enter");
  await hands.see(popup, "Saved");
}

/** Opens the popup's page as large as the browser shows it. */
export async function openPopup(browser: Launched): Promise<Page> {
  const popup = await openSurface(browser, "popup.html");
  await popup.setViewport({ width: 420, height: 560 });
  await popup.waitForSelector("#line[placeholder]");
  return popup;
}

/** Opens the desk page on a record's co-edited text; gives the page, the text area waiting for keys. */
export async function openText(browser: Launched, kind: string, record: string): Promise<Page> {
  const page = await openSurface(browser, `desk.html#${kind}/${record}`);
  await page.waitForSelector("textarea");
  await page.focus("textarea");
  return page;
}
