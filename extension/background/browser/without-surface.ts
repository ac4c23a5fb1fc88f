import { countryOfClock } from "../../../shared/capture/regions.ts";
import { rightsOf } from "../../../shared/documents/rights.ts";
import { chooseLocale } from "../../../shared/records/choose-locale.ts";
import { kindOf } from "../../../shared/records/kinds.ts";
import type { Locale } from "../../../shared/records/labels.ts";
import { newItemId } from "../../../shared/records/new-record.ts";
import { summarise } from "../../../shared/records/summarise.ts";
import type { PageReport } from "../../port/page.ts";
import type { Row } from "../../port/surface.ts";
import { threadRef } from "../../port/thread-ref.ts";
import type { Engine } from "../engine-type.ts";
import { lineReader } from "./line-reader.ts";
import { TEXTS } from "./texts.ts";

interface World {
  readonly now: () => number;
  readonly random: (count: number) => Uint8Array<ArrayBuffer>;
  /** The browser's languages, best first. */
  readonly languages: readonly string[];
}

const MOST_KNOWN = 2_000;
/** Urgent first, then what is due first. */
const byPressure = (one: Row, other: Row) =>
  Number(other.urgent) - Number(one.urgent) || dueAt(one) - dueAt(other);
const dueAt = ({ due }: Row) => (due ? Date.parse(due) : Number.MAX_VALUE);
/** Lets other work in before the next piece of a long search. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

/** What is done by the browser's own keys, menus and address bar, with no surface to do it. */
export function withoutSurface(engine: Engine, { now, random, languages }: World) {
  const state = async () => {
    const { current, locale, lock, desks } = await engine.answer({ q: "state" });
    // While it is locked it is as if there were no desk: nothing of one is shown, and a line waits in the popup.
    return { current: lock.locked ? null : current, locale, desks };
  };
  const locale = async (): Promise<Locale> => {
    const chosen = (await state()).locale;
    return chooseLocale(chosen ? [chosen] : languages);
  };
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const read = async (desk: string, line: string) => {
    const recordOfLine = await lineReader();
    return recordOfLine(line, {
      locale: await locale(),
      languages,
      timeZone,
      country: await countryOfClock(timeZone, pause),
      known: await engine.answer({ q: "records", desk, kinds: ["principal", "contact"], limit: MOST_KNOWN }),
      now: now(),
      me: await engine.personOn(desk),
      random: random(16),
    });
  };
  /** Whether this person may write on the desk that is chosen; with none, what is written down is kept for the first. */
  const mayWrite = async () => {
    const { desks, current } = await state();
    const me = desks.find(({ id }) => id === current)?.members.find((member) => member.me) ?? null;
    return rightsOf(me, now()).write;
  };
  return {
    locale,
    mayWrite,
    /** What a line would be saved as, in words; "" where there is no desk yet. */
    async preview(line: string): Promise<string> {
      const { current } = await state();
      if (!current) return "";
      if (!(await mayWrite())) return TEXTS.readOnly[await locale()];
      const { kind, record, fields } = await read(current, line);
      const at = new Date(now()).toISOString();
      const me = await engine.deviceOn(current);
      const by = { createdAt: at, createdBy: me, updatedAt: at, updatedBy: me };
      const { title, under } = summarise({ id: record, kind, fields, lists: {}, conflicts: [], ...by });
      const { desks } = await state();
      // Of several desks, on which one it will be.
      const home = desks.length > 1 ? desks.find(({ id }) => id === current)?.name : "";
      return [kindOf(kind)?.label[await locale()], title, under, home].filter(Boolean).join(" · ");
    },
    /** Saves a line, durably when it resolves; gives whether there was a desk to save it to. */
    async save(line: string): Promise<boolean> {
      const { current } = await state();
      if (!current) return false;
      const action = await read(current, line);
      const at = new Date(now()).toISOString();
      await engine.submit(current, [{ id: newItemId(random(16)), at, action }]);
      await engine.rememberCaptured(current, action.record);
      return true;
    },
    /** Where the desk page shows what of mine presses first, on whichever desk that is; null where nothing does. */
    async nextDue(): Promise<string | null> {
      const { current, desks } = await state();
      if (!current) return null;
      const firsts = await Promise.all(
        desks.map(async ({ id: desk }) => {
          const assignee = await engine.personOn(desk);
          const mine = { desk, open: true, assignee, order: "due" as const, limit: 1 };
          return (await engine.answer({ q: "rows", ...mine })).rows.map((row) => ({ ...row, desk }));
        }),
      );
      const [first] = firsts.flat().sort(byPressure);
      if (!first) return null;
      return first.desk === current ? first.id : `all:today/${first.desk}:${first.id}`;
    },
    /** Gives me the record that stands open, or the one of the open mail that presses first and is nobody's. */
    async claim(viewed: string | null, mail: PageReport | null): Promise<boolean> {
      const { current } = await state();
      if (!current || !(await mayWrite())) return false;
      const thread = threadRef(mail);
      const open = { desk: current, open: true, order: "due" as const, limit: 1 };
      const record =
        viewed ??
        (thread && (await engine.answer({ q: "rows", ...open, thread, assignee: "none" })).rows[0]?.id);
      if (!record) return false;
      const at = new Date(now()).toISOString();
      const action = { do: "set" as const, record, field: "assignee", value: await engine.personOn(current) };
      await engine.submit(current, [{ id: newItemId(random(16)), at, action }]);
      return true;
    },
  };
}
