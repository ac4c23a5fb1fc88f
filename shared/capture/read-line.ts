import type { Scalar } from "../documents/command.ts";
import { fold } from "../records/fold.ts";
import type { Locale } from "../records/labels.ts";
import { chooseWhen } from "./choose-when.ts";
import { findCaller } from "./find-caller.ts";
import { findPhone, type ParsePhone } from "./find-phone.ts";
import { findPrincipal, type NamedPrincipal } from "./find-principal.ts";
import { type Language, languageOf } from "./language.ts";
import { type Chip, Pad, trimmed } from "./pad.ts";
import { findWhens } from "./when.ts";

export type CaptureKind = "call" | "message" | "task";

interface KnownContact {
  readonly id: string;
  readonly fn: string;
  readonly org?: string | undefined;
  /** E.164, with or without an extension. */
  readonly tel?: string | undefined;
}

export interface CaptureContext {
  readonly locale: Locale;
  /** RFC 3339 instant. */
  readonly now: string;
  /** IANA name: what "3pm" and "tomorrow" mean. */
  readonly timeZone: string;
  /** ISO 3166-1 alpha-2: whose numbers are typed without a country code. */
  readonly region: string;
  /** Other countries whose numbers somebody here may be given so, likeliest first: a guess, and marked. */
  readonly otherRegions?: readonly string[];
  /** What the line is if its words do not say. */
  readonly hint: CaptureKind;
  readonly principals: readonly NamedPrincipal[];
  readonly contacts?: readonly KnownContact[];
  /** From `parse-phone.ts`, once it is loaded. */
  readonly parsePhone?: ParsePhone | undefined;
}

export interface Reading {
  readonly kind: CaptureKind;
  /** Values by field of the kind. */
  readonly fields: Readonly<Record<string, Scalar>>;
  /** In the order of the line. */
  readonly chips: readonly Chip[];
  /** What was not understood, in order: nothing typed is dropped. */
  readonly rest: string;
  /** The contact that the caller is, by number or name. */
  readonly contact: string | null;
}

const EMAIL = /(?<![\p{L}\p{N}])[^\s@<>(),;:"\0]+@[^\s@<>(),;:"\0]+\.[\p{L}]{2,}/gu;
/** The longest one-line field. */
const LONGEST_LINE = 500;

function decideKind(pad: Pad, language: Language, hint: CaptureKind): CaptureKind {
  const { kinds } = language;
  for (const kind of ["task", "message", "call"] as const) {
    const match = kinds[kind].exec(pad.text);
    if (!match) continue;
    const word = match[0].trim();
    // "call Sample Caller tomorrow" among tasks is one; "call back …" asks for a call, and is none.
    if (
      kind === "call" &&
      ((hint === "task" && !/[:：\s]/.test(word)) ||
        (language.callBackFirst.exec(pad.text)?.[0].length ?? 0) > match[0].length)
    )
      continue;
    pad.take("kind", kind, [0, match[0].length], false);
    return kind;
  }
  if (hint !== "message" && pad.find(language.tell)) return "message";
  return hint;
}

/** Takes the time to act by; gives the stretch of one that nobody asked for a call by: it may say something else. */
function takeWhen(
  pad: Pad,
  kind: CaptureKind,
  language: Language,
  context: CaptureContext,
): readonly [number, number] | null {
  const now = Temporal.Instant.from(context.now).toZonedDateTimeISO(context.timeZone);
  let text = pad.text;
  for (const { 0: name, index } of pad.line.matchAll(language.names))
    text = `${text.slice(0, index)}${"\uE001".repeat(name.length)}${text.slice(index + name.length)}`;
  const asks = pad.find(language.callBack);
  const whens = findWhens(text, now, language.when);
  const when = chooseWhen(text, whens, asks, language);
  if (!when) return null;
  const lead = language.beforeTime.exec(text.slice(0, when.start))?.[0].length ?? 0;
  const span = [when.start - lead, when.end] as const;
  // Said of the call where it stands in one clause with what asks for it, or alone in its own.
  const { start, end, said } = pad.clauseAround(...span);
  const asked = asks !== null && (!said || (asks.start >= start && asks.end <= end));
  // What is told has its own times: they are not when to call.
  if (kind === "message" && !asked) return null;
  // "Book a flight on 3 December, back on the 6th": the days are what is to be done, and likely not when.
  const several = kind === "task" && whens.length > 1 && !when.by;
  if (kind === "task") pad.take("due", when.value, span, when.unsure || several);
  else if (kind === "call" && when.past !== null && !when.by && !asks)
    pad.take("startedAt", when.past, span, false);
  // "Can we meet on Thursday?": a time alone asks for no call, and is only likely the time of one.
  else pad.take("callBackBy", when.value, span, when.unsure || !asked);
  return (kind === "task" ? !several : asked || when.by) ? null : span;
}

/** Flags of a message, each said by its own words; a call has none of them, so there the words stay words. */
const FLAGS = ["willCallAgain", "returnedYourCall", "cameToSeeYou", "wantsToSeeYou"] as const;

/** Gives the stretches of what was said in a sentence that may say more of it ("will call again at three"). */
function takeFlags(pad: Pad, kind: CaptureKind, language: Language): (readonly [number, number])[] {
  const calm = pad.find(language.notUrgent);
  if (calm) pad.keep(calm.start, calm.end);
  const urgent = pad.find(language.urgent);
  if (urgent) pad.take("urgent", true, [urgent.start, urgent.end], false);
  const flags: [number, number][] = [];
  if (kind === "task") return flags;
  for (const flag of FLAGS) {
    const said = pad.find(language[flag]);
    if (!said) continue;
    if (kind === "message") {
      pad.take(flag, true, [said.start, said.end], false);
      flags.push([said.start, said.end]);
    } else pad.keep(said.start, said.end);
  }
  return flags;
}

function takeCallBack(pad: Pad, kind: CaptureKind, language: Language): void {
  if (kind === "task") return;
  const callBack = pad.find(language.callBack);
  if (callBack && kind === "call") pad.take("status", "callBack", [callBack.start, callBack.end], false);
  else if (callBack) pad.take("pleaseCall", true, [callBack.start, callBack.end], false);
  const weCalled = kind === "call" ? language.weCalled.exec(pad.text)?.[0].length : undefined;
  // "Called Sample Caller": who writes it has called, unless somebody wrote it of the caller.
  if (weCalled) pad.take("direction", "outbound", [0, weCalled], true);
  const telephoned = weCalled ? null : pad.find(language.telephoned);
  if (telephoned && kind === "call")
    pad.take("direction", "inbound", [telephoned.start, telephoned.end], false);
  else if (telephoned) pad.take("telephoned", true, [telephoned.start, telephoned.end], false);
}

/** Where a stretch of words ends: at a comma, at what is understood, at "about". */
function stretchEnd(pad: Pad, from: number, language: Language): number {
  language.about.lastIndex = from;
  const about = language.about.exec(pad.text)?.index ?? pad.text.length;
  return Math.min(about, from + pad.text.slice(from).search(/[\0,;，；。\n()]|$/));
}

function takePrincipal(pad: Pad, language: Language, principals: readonly NamedPrincipal[]): void {
  // "Principal A: …", also behind what the line is
  const begin = pad.text.search(/[^\0\s:：]|$/);
  language.titles.lastIndex = begin;
  const start = begin + (language.titles.exec(pad.text)?.[0].length ?? 0);
  for (const at of new Set([begin, start])) {
    const first = findPrincipal(pad.line.slice(at), principals);
    const colon = first && /^\s*[:：]/.exec(pad.text.slice(at + first.length));
    if (!first || !colon || pad.text.slice(at, at + first.length).includes("\0")) continue;
    const end = at + first.length;
    pad.take("principal", first.id, [begin, end + colon[0].length], first.unsure, [at, end]);
    return;
  }
  for (const { 0: word, index } of pad.text.matchAll(language.forWhom)) {
    const from = index + word.length + (/^\s*/.exec(pad.text.slice(index + word.length))?.[0].length ?? 0);
    language.titles.lastIndex = from;
    const title = language.titles.exec(pad.text)?.[0].length ?? 0;
    for (const start of title > 0 ? [from + title, from] : [from]) {
      const found = findPrincipal(
        pad.line.slice(start, start + pad.text.slice(start).search(/\0|$/)),
        principals,
      );
      if (!found) continue;
      const end = start + found.length;
      // What is to be told follows the name; it is nobody's name.
      language.tellNext.lastIndex = end;
      const next = language.tellNext.exec(pad.text)?.[0].trimEnd().length ?? 0;
      const told = next > 0 || word.search(language.tell) === 0;
      language.that.lastIndex = end + next;
      const after = end + next + (told ? (language.that.exec(pad.text)?.[0].trimEnd().length ?? 0) : 0);
      if (told) pad.keep(after, pad.text.length);
      pad.take("principal", found.id, [index, after], found.unsure, [start, end]);
      return;
    }
    // "for Nobody": a person the desk does not work for is not part of the caller's name.
    pad.keep(index, stretchEnd(pad, from, language));
  }
  // A clause that is a principal's name and no more, behind who called, says for whom it is: it is no firm.
  for (const { start, end, text } of pad.pieces().slice(1)) {
    const principal = principals.find(({ name }) => fold(name) === fold(text));
    if (!principal) continue;
    pad.take("principal", principal.id, [start, end], true);
    return;
  }
}

/**
 * Where the clause of an "about" begins, if small words stand before it that are nobody's name ("…, a question about
 * the lease"); else where the word itself does. Who called stands first: the line's first words are left for that.
 */
function saidBefore(pad: Pad, about: number, language: Language): number {
  const clause = /(?<=[\0,;，；。\n])[^\0\uE001,;，；。\n]*$/u.exec(pad.text.slice(0, about));
  const words = clause?.[0].trim() ?? "";
  const start = clause ? clause.index + clause[0].length - clause[0].trimStart().length : about;
  const small = /^\p{Ll}/u.test(pad.line.slice(start, start + 1)) && /\p{Lu}/u.test(pad.line);
  const named = language.firm.test(words) || language.from.test(words) || language.telephoned.test(words);
  language.from.lastIndex = language.telephoned.lastIndex = 0;
  const first = !/[^\0\s,;，；]/u.test(pad.text.slice(0, start));
  return words === "" || !small || named || (first && !pad.has("phone")) ? about : start;
}

function takeSubject(pad: Pad, field: "subject" | "message", language: Language): void {
  const about = pad.find(language.about);
  if (!about) return;
  const from = pad.text.slice(about.end);
  const ends = [/[\0\uE001,;，；。\n\r\u2028\u2029]|(?<=\p{Script=Han})\s+(?=\p{Script=Han})|$/u];
  // Who writes dashes for commas ends the subject with one too; a single dash may be part of it.
  if (pad.line.split(/\s[–—-]\s/).length > 2) ends.push(/\s[–—-]\s|$/u);
  const end = about.end + Math.min(...ends.map((pattern) => from.search(pattern)));
  const start = field === "subject" ? saidBefore(pad, about.start, language) : about.start;
  const shown = start < about.start ? start : about.end;
  const subject = trimmed(pad.line.slice(shown, end));
  if (subject !== "" && subject.length <= LONGEST_LINE)
    pad.take(field, subject, [start, end], false, [shown, end]);
}

function meetContact(pad: Pad, contacts: readonly KnownContact[]): string | null {
  const phone = pad.chips.find(({ field }) => field === "phone");
  const caller = pad.chips.find(({ field }) => field === "caller");
  const number = (text: Scalar | undefined) => (typeof text === "string" ? text.split(";")[0] : undefined);
  const contact =
    contacts.find(({ tel }) => tel && phone && number(tel) === number(phone.value)) ??
    contacts.find(({ fn }) => caller && fold(fn) === fold(caller.text));
  const known = caller ?? phone;
  if (!contact || !known) return null;
  for (const [field, value] of [
    ["caller", contact.fn],
    ["organization", contact.org],
    ["phone", contact.tel],
  ] as const)
    if (value && !pad.has(field))
      pad.chips.push({ field, value, text: value, span: known.span, unsure: true });
  return contact.id;
}

/**
 * Reads one typed line ("Sample Caller, +371 26 123 456, for A re contract, call back before 3pm").
 *
 * Pure and quick: it runs at every keystroke. Of a pasted letter only the first 1,000 characters are looked at. Every character is in a chip's span or in `rest`, separators apart; a time inside a sentence is in both.
 */
export function readLine(line: string, context: CaptureContext): Reading {
  const language = languageOf(context.locale);
  const pad = new Pad(/^[\s\S]{0,999}(?![\udc00-\udfff])/.exec(line)?.[0] ?? "");
  const kind = decideKind(pad, language, context.hint);
  const flags = takeFlags(pad, kind, language);
  const idle = takeWhen(pad, kind, language, context);
  if (kind !== "task") {
    const said = (before: string) => before.length - before.replace(language.telephoneBefore, "").length;
    const phone = findPhone(
      pad.text,
      [context.region, ...(context.otherRegions ?? [])],
      language.extension,
      said,
      context.parsePhone,
    );
    if (phone) pad.take("phone", phone.value, [phone.start, phone.end], phone.unsure);
    const email = kind === "message" ? pad.find(EMAIL) : null;
    if (email && email.end - email.start <= 254)
      pad.take("email", pad.line.slice(email.start, email.end), [email.start, email.end], false);
  }
  takeCallBack(pad, kind, language);
  takePrincipal(pad, language, context.principals);
  if (kind !== "task") {
    takeSubject(pad, kind === "call" ? "subject" : "message", language);
    findCaller(pad, language, context.contacts ?? []);
  }
  pad.absorb(language.courtesy);
  for (const span of idle ? [...flags, idle] : flags) pad.leaveInSentence(...span);
  const contact = kind === "task" ? null : meetContact(pad, context.contacts ?? []);
  // What lies beyond the part that is read goes on where that part ends.
  const runs = pad.runs();
  const last = runs.at(-1)?.end === pad.line.length ? runs.pop() : undefined;
  runs.push({ start: last?.start ?? pad.line.length, end: line.length });
  const rest = runs.map(({ start, end }) => trimmed(line.slice(start, end))).filter((text) => text !== "");
  const chips = pad.chips.sort((a, b) => a.span[0] - b.span[0]);
  const fields: Record<string, Scalar> = {};
  for (const chip of chips) if (chip.field !== "kind") fields[chip.field] = chip.value;
  if (kind === "call" && "callBackBy" in fields) fields.status = "callBack";
  return {
    kind,
    fields,
    chips,
    rest: rest.join(kind === "task" ? " " : ", "),
    contact,
  };
}
