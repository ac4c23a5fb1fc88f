import type { Action, Command } from "../../shared/documents/command.ts";
import { KINDS } from "../../shared/records/kinds.ts";
import { documentOf, newItemId, newRecordId } from "../../shared/records/new-record.ts";
import type { DeskRecord } from "../../shared/records/record.ts";
import type { Chance } from "./chance.ts";

/** A command with a word in it that nothing else has, so that its effect can be counted wherever it arrives. */
export interface Asked {
  readonly command: Command;
  /** Empty where nothing can be counted: something was taken away. */
  readonly token: string;
  /**
   * What the person was told: saved, refused, or nothing (the worker died). `gone`: whatever it was, its device has lost
   * what it had since, and nobody answers for what had not left it.
   */
  answer: "none" | "saved" | "refused" | "gone";
  /** The one worker's life in which it was said; undefined once it was said in two. */
  saidIn?: object | undefined;
}

const TEXTS: Readonly<Record<string, { line: string; prose: string }>> = {
  task: { line: "summary", prose: "note" },
  call: { line: "subject", prose: "note" },
  reply: { line: "subject", prose: "body" },
  trip: { line: "title", prose: "note" },
};

/** Work as an office does it, from chance. */
export class Work {
  readonly asked: Asked[] = [];
  readonly #chance: Chance;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  /** Something to do, given the records that a device shows; `at` is RFC 3339 by that device's clock. */
  next(records: readonly DeskRecord[], at: string): Asked {
    const token = `w${this.asked.length}x`;
    const action = this.#action(records, at, token);
    const asked: Asked = {
      token: action.do === "removeItem" ? "" : token,
      command: { id: newItemId(this.#chance.bytes(16)), at, action },
      answer: "none",
    };
    this.asked.push(asked);
    return asked;
  }

  #action(records: readonly DeskRecord[], at: string, token: string): Action {
    const chance = this.#chance;
    const known = records.filter(({ kind }) => Object.hasOwn(TEXTS, kind));
    if (known.length === 0 || chance.is(0.3)) return this.#creation(at, token);
    const { id: record, kind, fields, lists } = chance.pick(known);
    const { line, prose } = TEXTS[kind]!;
    const what = chance.below(10);
    if (what < 4) return { do: "set", record, field: line, value: token };
    if (what < 7 || kind !== "trip") return this.#edit(record, prose, String(fields[prose] ?? ""), token);
    const items = Object.keys(lists.reservations ?? {});
    const list = "reservations";
    if (items.length === 0 || chance.is(0.4))
      return {
        do: "add",
        record,
        list,
        item: newItemId(chance.bytes(16)),
        fields: { reservationNumber: token },
      };
    const item = chance.pick(items);
    if (chance.is(0.25)) return { do: "removeItem", record, list, item };
    if (chance.is(0.7))
      return { do: "setItem", record, list, item, field: "reservationNumber", value: token };
    return { do: "set", record, field: line, value: token };
  }

  #creation(at: string, token: string): Action {
    const name = this.#chance.pick(Object.keys(TEXTS));
    const { line, prose } = TEXTS[name]!;
    const record = newRecordId(documentOf(KINDS[name]!, at), this.#chance.bytes(16));
    const fields = { [line]: token, [prose]: this.#chance.is(0.5) ? "Dear Ms Caller 🙂" : "" };
    return { do: "create", record, kind: name, fields };
  }

  #edit(record: string, field: string, base: string, token: string): Action {
    const characters = [...base];
    const from = this.#chance.below(characters.length + 1);
    const count = this.#chance.below(Math.min(4, characters.length - from + 1));
    const index = characters.slice(0, from).join("").length;
    const remove = characters.slice(from, from + count).join("").length;
    return { do: "edit", record, field, base, splice: { index, remove, insert: token } };
  }
}
