import { KINDS, kindOf } from "../../../shared/records/kinds.ts";
import { doneState } from "../../../shared/records/moves.ts";
import type { DeskRecord } from "../../../shared/records/record.ts";
import { useClaim } from "../components/record-list.tsx";
import { askOnce } from "../state/ask-once.ts";
import { follow, isCall, leadsOn } from "../state/follow.ts";
import { useSurface } from "../state/surface.tsx";
import { deskOf } from "./rows.ts";
import { useKeys } from "./use-keys.ts";

/** What of a record is chosen from a short list. */
export type Choosing = "assign" | "status" | "due";

/** The number to call of a record: its own, or a contact's; null where it has none. */
export function phoneOf({ fields }: DeskRecord): string | null {
  const number = fields.phone ?? fields.tel;
  return typeof number === "string" && number.startsWith("+") ? (number.split(";")[0] ?? null) : null;
}

/** Hands a number (E.164) to whatever telephone this device has. */
function dial(number: string): void {
  const link = document.createElement("a");
  link.href = `tel:${number}`;
  link.click();
}

/**
 * The keys of a record, wherever it is shown.
 * @param meant the record that a key is about just now
 * @param choose opens the list of what a record can become
 * @param open opens a record that was made from it, on the desk where it is
 */
export function useRecordKeys(
  meant: () => string | null,
  choose: (what: Choosing, record: string) => void,
  open: (record: string, desk?: string) => void,
): void {
  const surface = useSurface();
  const { background, words } = surface;
  const claim = useClaim();
  const home = (record: string) => deskOf(document, record) ?? surface.desk.peek()?.id;
  const load = async (): Promise<DeskRecord | null> => {
    const id = meant();
    const current = id && home(id);
    if (!id || !current) return null;
    const view = await askOnce(background, { q: "record", desk: current, id }).catch(() => null);
    return view?.record ?? null;
  };
  /** Does nothing, for another to take the key, where no record is meant. */
  const withRecord = (act: (record: DeskRecord) => unknown) => () => {
    if (!meant()) return false;
    void load().then((record) => record && act(record));
  };
  const following = (what: "task" | "message") =>
    withRecord((record) => {
      const desk = home(record.id);
      const kind = KINDS[what];
      if (desk && kind && (what === "task" ? leadsOn : isCall)(record))
        void follow(surface.on(desk), record, kind, (made) => open(made, desk));
    });
  const choosing = (what: Choosing) => () => {
    const id = meant();
    if (!id) return false;
    choose(what, id);
  };
  useKeys({
    "record.claim": withRecord(({ id, fields }) =>
      claim({
        id,
        assignee: typeof fields.assignee === "string" ? fields.assignee : null,
        ...(home(id) ? { desk: home(id) } : {}),
      }),
    ),
    "record.assign": choosing("assign"),
    "record.status": choosing("status"),
    "record.due": choosing("due"),
    "record.task": following("task"),
    "record.message": following("message"),
    "record.done": withRecord(({ id, kind, fields }) => {
      const definition = kindOf(kind);
      const done = definition && doneState(definition, String(fields.status ?? definition.initial));
      const { act } = surface.on(home(id) ?? "");
      if (done) void act([{ do: "set", record: id, field: "status", value: done }], words.say("row.ticked"));
    }),
    "record.call": withRecord((record) => {
      const number = phoneOf(record);
      if (number) dial(number);
    }),
  });
}
