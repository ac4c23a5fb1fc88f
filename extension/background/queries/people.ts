import { fold } from "../../../shared/records/fold.ts";
import { termsIn } from "../../../shared/records/matches.ts";
import { personKey } from "../../../shared/records/person-keys.ts";
import { sameName, searchableName } from "../../../shared/records/same-name.ts";
import { queryTerms } from "../../../shared/records/search-terms.ts";
import type { PeoplePage, PersonRow, PersonView, Query } from "../../port/surface.ts";
import type { Database } from "../storage/database.ts";
import type { Facets } from "../storage/facets.ts";
import type { Catalogue } from "./catalogue.ts";
import { ORDERS } from "./order.ts";
import { type Records, recordsWithKey, rowOf } from "./read.ts";

/** Open matters that the view of a person names; the rest are a list of their own. */
const OPEN_SHOWN = 50;

/** What tells who somebody is; a letter to an address tells no more than that there is one. */
const HEARD: ReadonlySet<string> = new Set(["call", "message", "contact"]);

const NAMED = "name:";
/** What one record says of whom it is about: its numbers and addresses, or else the name alone. */
const keysOf = ({ reach, name }: Facets): string[] =>
  reach !== "" ? reach.split(",") : name !== "" ? [`${NAMED}${fold(name)}`] : [];

/** Records by person: a number or an address is one person's, and a record that has several joins them. */
function gather(records: readonly Facets[]): Map<string, Facets[]> {
  const joined = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let next = joined.get(root); next !== undefined; next = joined.get(root)) root = next;
    if (root !== key) joined.set(key, root);
    return root;
  };
  // That somebody has to do with what is privileged is itself part of it.
  const about = records.filter(
    ({ name, reach, classification }) => classification !== "privileged" && (name !== "" || reach !== ""),
  );
  for (const each of about) {
    const [first, ...others] = keysOf(each);
    if (first === undefined) continue;
    for (const other of others) if (rootOf(other) !== rootOf(first)) joined.set(rootOf(other), rootOf(first));
  }
  const people = new Map<string, Facets[]>();
  for (const each of about) {
    const [first] = keysOf(each);
    if (first === undefined) continue;
    const root = rootOf(first);
    const known = people.get(root);
    if (known) known.push(each);
    else people.set(root, [each]);
  }
  return people;
}

function personRow(records: readonly Facets[]): PersonRow {
  const contact = records.find(({ kind }) => kind === "contact");
  const matters = records.filter(({ kind }) => kind !== "contact").sort((a, b) => b.at - a.at);
  const told = (field: "name" | "organization") =>
    contact?.[field] || (matters.find((each) => each[field] !== "")?.[field] ?? "");
  const keys = [...new Set([...(contact ? keysOf(contact) : []), ...matters.flatMap(keysOf)])];
  const reach = keys.filter((key) => !key.startsWith(NAMED));
  return {
    key: reach[0] ?? keys[0] ?? "",
    name: told("name"),
    organization: told("organization"),
    reach,
    contact: contact?.id ?? null,
    last: matters[0] ? new Date(matters[0].at).toISOString() : null,
    open: matters.filter(({ open }) => open).length,
    records: matters.length,
  };
}

/** One page of everyone outside the desk, the last heard of first. */
export async function queryPeople(
  catalogue: Catalogue,
  query: Extract<Query, { q: "people" }>,
): Promise<PeoplePage> {
  const { desk, key, search = "", offset = 0, limit = 100 } = query;
  const terms = queryTerms(search);
  const wanted = ({ name, organization, reach }: PersonRow) =>
    termsIn([name, organization, ...reach].join(" "), terms).length === terms.length;
  const everyone = [...gather(await catalogue.all(desk)).values()];
  const meant = key
    ? everyone.filter((records) => records.some((each) => keysOf(each).includes(key)))
    : everyone;
  const people = meant.map(personRow).filter(wanted);
  people.sort((a, b) =>
    (a.last ?? "") < (b.last ?? "") ? 1 : (a.last ?? "") > (b.last ?? "") ? -1 : a.key < b.key ? -1 : 1,
  );
  return { people: people.slice(offset, offset + limit), total: people.length, offset };
}

/** The records about a person of `queryPeople`, by their key. */
export async function recordsOfPerson(
  catalogue: Catalogue,
  desk: string,
  key: string,
): Promise<readonly Facets[]> {
  for (const records of gather(await catalogue.all(desk)).values())
    if (records.some((each) => keysOf(each).includes(key))) return records;
  return [];
}

/** Whether what is known of somebody says of itself another address than that one, or another number. */
const isAnother = ({ reach }: Facets, keys: readonly string[]) =>
  reach
    .split(",")
    .some((known) => known !== "" && keys.some((key) => key !== known && isEmail(key) === isEmail(known)));
const isEmail = (key: string) => key.includes("@");

/**
 * Who that is, how often they called, and what is open with them: by address and number; where nobody was heard of by
 * those, by name too, which is said, for it may be somebody else's.
 */
export async function queryPerson(
  db: Database,
  catalogue: Catalogue,
  whole: Records,
  query: Extract<Query, { q: "person" }>,
): Promise<PersonView> {
  const { desk, email, phone, name = "" } = query;
  const keys = [email, phone].map((given) => (given ? personKey(given) : null)).filter((key) => key !== null);
  const known = new Map<string, Facets>();
  const take = async (key: string) => {
    for (const each of await recordsWithKey(db, catalogue, desk, key)) known.set(each.id, each);
  };
  const named = async (wanted: string) =>
    (await catalogue.find(desk, searchableName(wanted))).filter((each) => sameName(each.name, wanted));
  for (const key of keys) await take(key);
  const isHeard = [...known.values()].some(({ kind }) => HEARD.has(kind));
  const guessed =
    isHeard || name.trim() === ""
      ? []
      : (await named(name)).filter((each) => !known.has(each.id) && !isAnother(each, keys));
  const byName = guessed.length > 0;
  for (const each of guessed) known.set(each.id, each);
  const contacts = [...known.values()].filter(({ kind }) => kind === "contact");
  // Two contacts of one name are two people: which of them it is, nobody can say.
  const contact = byName && contacts.length > 1 ? undefined : contacts[0];
  // Somebody who mails may be known by telephone: the contact joins the two, and what was noted with the name alone.
  for (const key of contact?.reach.split(",") ?? []) if (key !== "") await take(key);
  if (contact && !byName)
    for (const each of await named(contact.name)) if (each.reach === "") known.set(each.id, each);
  const matters = [...known.values()].filter(({ kind }) => kind !== "contact");
  const calls = matters.filter(({ kind }) => kind === "call").sort(ORDERS.at);
  const open = matters.filter((each) => each.open).sort(ORDERS.due);
  const [lastCall = null] = await whole.of(desk, calls.slice(0, 1));
  const [entry = null] = contact ? await whole.of(desk, [contact]) : [];
  return {
    contact: entry?.record ?? null,
    calls: calls.length,
    lastCall: lastCall ? rowOf(lastCall) : null,
    open: (await whole.of(desk, open.slice(0, OPEN_SHOWN))).map(rowOf),
    byName,
  };
}
