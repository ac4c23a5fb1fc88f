import type { AtDesk } from "../../../shared/desk/people-at.ts";
import { kindOf } from "../../../shared/records/kinds.ts";
import { documentOfId } from "../../../shared/records/new-record.ts";
import type { AppState, Query } from "../../port/surface.ts";
import { ExpectedError } from "../expected-error.ts";
import type { Lock } from "../lock/lock.ts";
import type { Database } from "../storage/database.ts";
import type { Past } from "../work/past.ts";
import { queryAllCounts, queryAllRows } from "./all-desks.ts";
import type { Catalogue } from "./catalogue.ts";
import { queryCounts } from "./counts.ts";
import { queryDelegations } from "./delegations.ts";
import { queryPeople, queryPerson } from "./people.ts";
import type { Records } from "./read.ts";
import { queryRecords } from "./record.ts";
import { queryRecordView } from "./record-view.ts";
import { queryRows } from "./rows.ts";

/** Questions about desks; what stands open in a page or a surface, here or at a colleague's, is asked elsewhere. */
export type DeskQuery = Exclude<Query, { q: "mail" | "viewing" | "showing" | "presence" }>;

interface Parts {
  readonly db: Database;
  readonly catalogue: Catalogue;
  readonly records: Records;
  readonly past: Past;
  readonly lock: Lock;
  /** Whom this device belongs to on a desk (hex). */
  readonly personOn: (desk: string) => Promise<string>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly state: () => Promise<AppState>;
  /** Whose each device of a desk is, and with which role they are on it now. */
  readonly people: (desk: string) => Promise<ReadonlyMap<string, AtDesk>>;
}

/** A state that names no desk, nor anything in one. */
const nothingOf = (state: AppState): AppState => ({
  ...state,
  desks: [],
  lost: [],
  captured: null,
  setAside: [],
});

/**
 * Answers from what is on this device. Everything that is ever shown of a desk comes through here, whoever asks: so
 * here is the lock. While it is on, the state names no desk and every other question throws ExpectedError `locked`.
 */
export function deskAnswers({ db, catalogue, records, past, lock, personOn, now, state, people }: Parts) {
  const everywhere = async () =>
    Promise.all((await db.getAllKeys("desks")).map(async (desk) => ({ desk, me: await personOn(desk) })));
  /** What lies packed since a base came is unpacked where an answer needs it; lists read the records of a page alone. */
  const unpacked = async (query: DeskQuery): Promise<unknown> => {
    if (query.q === "record") return past.unpack(query.desk, [documentOfId(query.id)]);
    if (query.q === "delegations") return past.unpack(query.desk, []);
    if (query.q === "records" && query.kinds.every((kind) => kindOf(kind)?.document === "lasting"))
      return past.unpack(query.desk, []);
    const needsAll =
      query.q === "person" ||
      query.q === "records" ||
      (query.q === "rows" && Boolean(query.thread || query.person || query.search?.trim()));
    if (!needsAll) return undefined;
    const desks = query.desk === "all" ? await db.getAllKeys("desks") : [query.desk];
    return Promise.all(desks.map(past.unpackAll));
  };
  const read = async (query: DeskQuery): Promise<unknown> => {
    await unpacked(query);
    switch (query.q) {
      case "state":
        return state();
      case "rows":
        if (query.desk === "all")
          return queryAllRows(db, catalogue, records, query, await everywhere(), now());
        return queryRows(db, catalogue, records, query, await personOn(query.desk), now());
      case "records":
        return queryRecords(db, query);
      case "record":
        return queryRecordView(db, query.desk, query.id, {
          me: await personOn(query.desk),
          at: new Date(now()).toISOString(),
          people: () => people(query.desk),
        });
      case "person":
        return queryPerson(db, catalogue, records, query);
      case "people":
        return queryPeople(catalogue, query);
      case "counts":
        if (query.desk === "all") return queryAllCounts(catalogue, await everywhere(), now());
        return queryCounts(catalogue, query.desk, await personOn(query.desk), now());
      case "delegations":
        return queryDelegations(db, query.desk, () => people(query.desk));
    }
  };
  return async (query: DeskQuery): Promise<unknown> => {
    if (query.q !== "state" && (await lock.isLocked())) throw locked();
    const found = await read(query);
    // Asked behind the reading: what was read before the lock fell is not told after it.
    if (!(await lock.isLocked())) return found;
    if (query.q === "state") return nothingOf(await state());
    throw locked();
  };
}

const locked = () => new ExpectedError("locked", "Sidedesk is locked.");
