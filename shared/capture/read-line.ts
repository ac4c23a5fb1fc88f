import type { Scalar } from "../documents/command.ts";
import { fold } from "../records/fold.ts";
import type { Locale } from "../records/labels.ts";
import { findCaller } from "./find-caller.ts";
import { findPhone, type ParsePhone } from "./find-phone.ts";
import { findPrincipal, type NamedPrincipal } from "./find-principal.ts";
import { type Language, languageOf } from "./language.ts";
import { type Chip, Pad, trimmed } from "./pad.ts";
import { findWhen } from "./when.ts";

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

function takeWhen(pad: Pad, kind: CaptureKind, language: Language, context: CaptureContext): void {
  const now = Temporal.Instant.from(context.now).toZonedDateTimeISO(context.timeZone);
  let text = pad.text;
  for (const { 0: name, index } of pad.line.matchAll(language.names))
    text = `${text.slice(0, index)}${"\uE001".repeat(name.length)}${text.slice(index + name.length)}`;
  const when = findWhen(text, now, language.when);
  if (!when) return;
  const span = [when.start, when.end] as const;
  const asked = pad.find(language.callBack) !== null;
  if (kind === "call" && when.past !== null && !when.by && !asked)
    pad.take("startedAt", when.past, span, false);
  else if (kind === "task") pad.take("due", when.value, span, when.unsure);
  // "Can we meet on Thursday?": a time alone asks for no call, and is only likely the time of one.
  else pad.take("callBackBy", when.value, span, when.unsure || !asked);
}

/** Flags of a message, each said by its own words; a call has none of them, so there the words stay words. */
const FLAGS = ["willCallAgain", "returnedYourCall", "cameToSeeYou", "wantsToSeeYou"] as const;

function takeFlags(pad: Pad, kind: CaptureKind, language: Language): void {
  const calm = pad.find(language.notUrgent);
  if (calm) pad.keep(calm.start, calm.end);
  const urgent = pad.find(language.urgent);
  if (urgent) pad.take("urgent", true, [urgent.start, urgent.end], false);
  if (kind === "task") return;
  for (const flag of FLAGS) {
    const said = pad.find(language[flag]);
    if (!said) continue;
    if (kind === "message") pad.take(flag, true, [said.start, said.end], false);
    else pad.keep(said.start, said.end);
  }
}

function takeCallBack(pad: Pad, kind: CaptureKind, language: Language): void {
  if (kind === "task") return;
  const callBack = pad.find(language.callBack);
  if (callBack && kind === "call") pad.take("status", "callBack", [callBack.start, callBack.end], false);
  else if (callBack) pad.take("pleaseCall", true, [callBack.start, callBack.end], false);
  const telephoned = pad.find(language.telephoned);
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
  // "Principal A: …"
  const start = pad.line.length - pad.line.trimStart().length;
  const first = findPrincipal(pad.line.slice(start), principals);
  const colon = first && /^\s*[:：]/.exec(pad.text.slice(start + first.length));
  if (first && colon && !pad.text.slice(0, start + first.length).includes("\0")) {
    const end = start + first.length;
    pad.take("principal", first.id, [start, end + colon[0].length], first.unsure, [start, end]);
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
      const told = word.search(language.tell) === 0;
      language.that.lastIndex = end;
      const after = end + (told ? (language.that.exec(pad.text)?.[0].trimEnd().length ?? 0) : 0);
      if (told) pad.keep(after, pad.text.length);
      pad.take("principal", found.id, [index, after], found.unsure, [start, end]);
      return;
    }
    // "for Nobody": a person the desk does not work for is not part of the caller's name.
    pad.keep(index, stretchEnd(pad, from, language));
  }
}

function takeSubject(pad: Pad, field: "subject" | "message", language: Language): void {
  const about = pad.find(language.about);
  if (!about) return;
  const from = pad.text.slice(about.end);
  const ends = [/[\0\uE001,;，；。\n\r\u2028\u2029]|(?<=\p{Script=Han})\s+(?=\p{Script=Han})|$/u];
  // Who writes dashes for commas ends the subject with one too; a single dash may be part of it.
  if (pad.line.split(/\s[–—-]\s/).length > 2) ends.push(/\s[–—-]\s|$/u);
  const end = about.end + Math.min(...ends.map((pattern) => from.search(pattern)));
  const subject = trimmed(pad.line.slice(about.end, end));
  if (subject !== "" && subject.length <= LONGEST_LINE)
    pad.take(field, subject, [about.start, end], false, [about.end, end]);
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
 * Pure and quick: it runs at every keystroke. Of a pasted letter only the first 1,000 characters are looked at. Every character is in a chip's span or in `rest`, separators apart.
 */
export function readLine(line: string, context: CaptureContext): Reading {
  const language = languageOf(context.locale);
  const pad = new Pad(/^[\s\S]{0,999}(?![\udc00-\udfff])/.exec(line)?.[0] ?? "");
  const kind = decideKind(pad, language, context.hint);
  takeFlags(pad, kind, language);
  takeWhen(pad, kind, language, context);
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
