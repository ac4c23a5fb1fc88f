import { type FieldDefinition, fieldOf } from "./define.ts";
import { fold } from "./fold.ts";
import { KINDS, type Kinds, kindOf } from "./kinds.ts";
import type { DeskRecord } from "./record.ts";

/** A record's most terms: a pasted book must not swell the index. */
const MOST = 4000;
/** Shortest end of a number that finds it: people type it without its country code. */
const SHORTEST_NUMBER = 6;

// Twice as long as RFC 5321, section 4.5.3.1, lets a local part be: without an end, a text without spaces (a page of
// Chinese, an attached file) would be walked through from each of its letters, which takes minutes.
const EMAIL = /[^\s@<>(),;:"]{1,128}@[^\s@<>(),;:"]{1,255}/gu;
const NUMBER = /\+?\d(?:[\s().\u00a0-]{0,3}\d){6,18}/g;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const HAN_RUN = /\p{Script=Han}+/gu;

const digits = (text: string) => text.replace(/\D+/g, "");

/** Chinese has no spaces: runs of two or more characters are cut in pairs. Everything else stays. */
function pieces(word: string): { words: string[]; han: string[] } {
  const han = word.match(HAN_RUN) ?? [];
  const words = word.split(HAN_RUN).filter((part) => part !== "");
  return { words, han };
}

function pairs(run: string): string[] {
  const characters = Array.from(run);
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

/** All terms by which a text is found. */
function textTerms(text: string): Set<string> {
  const terms = new Set<string>();
  const folded = fold(text);
  for (const email of folded.match(EMAIL) ?? []) terms.add(email.replace(/[.]+$/, ""));
  for (const number of folded.match(NUMBER) ?? []) {
    const all = digits(number);
    for (let from = 0; from <= all.length - SHORTEST_NUMBER; from++) terms.add(all.slice(from));
  }
  for (const word of folded.match(WORD) ?? []) {
    const { words, han } = pieces(word);
    for (const part of words) terms.add(part);
    for (const run of han) for (const term of [...Array.from(run), ...pairs(run)]) terms.add(term);
    if (terms.size > MOST) break;
  }
  return terms;
}

/** Whether search looks into a field. */
export function isSearchable(field: FieldDefinition | undefined): boolean {
  return (
    field?.search ??
    (field !== undefined && !field.hidden && ["line", "prose", "phone", "email"].includes(field.type))
  );
}

/** The folded words that find a record; of a kind that is not known, those of every text. At most 4,000. */
export function searchTerms(record: DeskRecord, kinds: Kinds = KINDS): string[] {
  const kind = kindOf(record.kind, kinds);
  const terms = new Set<string>();
  const take = (field: FieldDefinition | undefined, value: unknown) => {
    if (typeof value === "string" && (!kind || isSearchable(field)))
      for (const term of textTerms(value)) terms.add(term);
  };
  for (const [name, value] of Object.entries(record.fields)) take(kind && fieldOf(kind, name), value);
  for (const [name, items] of Object.entries(record.lists)) {
    const item = kind?.lists && Object.hasOwn(kind.lists, name) ? kind.lists[name]?.item : undefined;
    for (const fields of Object.values(items))
      for (const [field, value] of Object.entries(fields))
        take(item && Object.hasOwn(item, field) ? item[field] : undefined, value);
  }
  return [...terms].slice(0, MOST);
}

/**
 * What a search asks for: a record must have, for each of these, a term that begins with it.
 * A long number is one term however it is spaced; an address is one; Chinese is asked for in pairs.
 */
export function queryTerms(text: string): string[] {
  const terms: string[] = [];
  const folded = fold(text.slice(0, 400));
  const token = new RegExp(`${EMAIL.source}|${NUMBER.source}|${WORD.source}`, "gu");
  for (const [found] of folded.matchAll(token)) {
    if (found.includes("@")) terms.push(found);
    else if (digits(found).length > SHORTEST_NUMBER && /^[+\d\s().\u00a0-]+$/.test(found))
      terms.push(digits(found));
    else {
      const { words, han } = pieces(found);
      terms.push(...words);
      for (const run of han) terms.push(...(Array.from(run).length === 1 ? [run] : pairs(run)));
    }
  }
  return [...new Set(terms)];
}
