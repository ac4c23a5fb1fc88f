/**
 * What the desk page shows: a list, and perhaps a record or a person of it. It is the page's address (`#queue`,
 * `#trip/2026-11.k3…`); over all desks `#all:queue`, with a record's own desk before it (`#all:queue/ab…:2026-11.k3…`).
 * A person's key is a name, a number or an address. Browsers keep and offer the addresses that were visited, also where
 * Sidedesk is locked, and write a page's own state (`history.state`) into files of theirs: the address says `#people`,
 * and the state has a token that this page alone knows. Loaded anew, it shows the list of people.
 */
export interface View {
  readonly list: string;
  /** The record's desk (hex), in a list over all desks. */
  readonly desk?: string;
  readonly record: string | null;
  /** A person's key, in the list of people. */
  readonly person?: string;
}

const ALL = "all:";
/** The list over all desks that is like this one. */
export const overAll = (list: string) => `${ALL}${list}`;
/** Which list of a single desk a list over all desks is like; null for one of the chosen desk alone. */
export const likeWhich = (list: string): string | null =>
  list.startsWith(ALL) ? list.slice(ALL.length) : null;

const ELSEWHERE = /^(all:[a-zA-Z]+)\/([0-9a-f]{32}):(.+)$/;
const RECORD = /^(?:\d{4}-\d{2}|lasting)\.[0-9a-z]{16,32}$/;

/**
 * Reads the part of an address after `#`; a record alone is shown beside today, as is what is not understood.
 * @param state what `stateOf` gave the page for it
 */
export function readView(hash: string, state: unknown): View {
  const said = decoded(hash.replace(/^#/, ""));
  const elsewhere = ELSEWHERE.exec(said);
  if (elsewhere?.[1] && elsewhere[2] && RECORD.test(elsewhere[3] ?? ""))
    return { list: elsewhere[1], desk: elsewhere[2], record: elsewhere[3] ?? null };
  if (RECORD.test(said)) return { list: "today", record: said };
  const slash = said.indexOf("/");
  const list = slash < 0 ? said : said.slice(0, slash);
  const rest = slash < 0 ? "" : said.slice(slash + 1);
  const person = personIn(state);
  if (list === "people" && rest === "" && person !== undefined) return { list, record: null, person };
  return {
    list: /^[a-zA-Z]+(?::[\w.-]+)?$/.test(list) ? list : "today",
    record: RECORD.test(rest) ? rest : null,
  };
}

/** A person may have typed the address: what is no encoding stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function writeView({ list, desk, record }: View): string {
  if (desk && record) return `#${list}/${desk}:${record}`;
  return `#${list}${record === null ? "" : `/${record}`}`;
}

/** The persons whom this page has shown: the key of each by its token. */
const shown = new Map<string, string>();

function tokenOf(person: string): string {
  for (const [token, key] of shown) if (key === person) return token;
  const token = crypto.randomUUID();
  shown.set(token, person);
  return token;
}

/** What of a view is not in its address, to be kept with it; null where there is nothing. It says nothing to others. */
export const stateOf = ({ record, person }: View): { readonly person: string } | null =>
  record === null && person !== undefined ? { person: tokenOf(person) } : null;

const personIn = (state: unknown): string | undefined =>
  typeof state === "object" && state !== null && "person" in state && typeof state.person === "string"
    ? shown.get(state.person)
    : undefined;
