import type { Page } from "puppeteer-core";
import { focusFaults, hardCoded, misfits, type Since, violations } from "./measure.ts";
import { type Gallery, setColours, setLook } from "./open.ts";
import { hold, picture, sideBySide } from "./pictures.ts";
import { valuesOf } from "./values.ts";
import type { NamedView } from "./views.ts";
import { NARROW, waysOf } from "./ways.ts";

/** What a visit of a view gives: what is wrong there, and its sheets of pictures, as WebP by their files. */
interface Visit {
  readonly faults: readonly string[];
  readonly sheets: ReadonlyMap<string, Buffer>;
}

/**
 * Opens a view once and gives it one look after another, in the state that it is in: asks in each what is to be asked,
 * and takes the pictures.
 * @param at the view's place among all of them
 */
export async function visit(
  gallery: Gallery,
  view: NamedView,
  at: number,
  wanted: { readonly questions: boolean; readonly pictures: boolean },
): Promise<Visit> {
  // All of them also where pictures alone are wanted: what is in sight of a line that scrolls goes by the way there.
  const ways = waysOf(view, at);
  const page = await gallery.open({ ...view, width: NARROW, height: ways[0]?.height ?? 800 });
  await view.prepare?.(page);
  if (wanted.pictures) await hold(page);
  const faults = new Set<string>();
  const ask = async (where: string, ...questions: readonly ((page: Page) => Promise<string[]>)[]) => {
    for (const question of questions)
      for (const fault of await question(page)) faults.add(`${where}: ${fault}`);
  };
  const shown = (since: Since) => (each: Page) => violations(each, since);
  const taken = new Map<string, string[]>();
  for (const { locale, colours, width, height, beside, since, picture: kept } of ways) {
    const { width: before, height: tall } = page.viewport() ?? {};
    if (before !== width || tall !== height) await page.setViewport({ width, height });
    await setColours(page, { dark: colours === "dark", forced: colours === "forced" });
    await setLook(page, { locale, ...(beside ? { beside } : {}) });
    const where = `${width} px, ${locale}, ${colours}`;
    if (wanted.pictures && kept) {
      const pictures = taken.get(kept.file) ?? [];
      pictures[kept.place] = await picture(page, view.name === "components");
      taken.set(kept.file, pictures);
    }
    if (wanted.questions && since) await ask(where, shown(since), misfits);
    if (wanted.questions && locale === "pseudo" && width === NARROW)
      await ask(where, (each) => hardCoded(each, valuesOf(view.scenario ?? "busy")));
  }
  const sheets = new Map<string, Buffer>();
  for (const [file, pictures] of taken) sheets.set(file, await sideBySide(page, pictures));
  if (wanted.questions) {
    await page.setViewport({ width: NARROW, height: 800 });
    await setColours(page, {});
    await setLook(page, { locale: "en", text: 200 });
    await ask("200 %", shown("size"), misfits);
    await setLook(page, { text: 100 });
    await ask("by keys", focusFaults);
  }
  await gallery.leave(page);
  return { faults: [...faults], sheets };
}
