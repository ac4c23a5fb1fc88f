/** Longest marked text that is still one line to read; more of it is the longer text. */
const LINE = 200;
/** Most that is taken of what was marked, in UTF-16 units. */
const MOST = 20_000;

/** Control characters, and those that turn the direction of writing round or are not seen: a page may hide things in them. */
const HIDDEN = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** What was marked on a page, as a line to be read and the longer text under it. What a page gives is not trusted. */
export function selectedText(selected: string): { readonly line: string; readonly text: string } {
  const lines = selected
    .slice(0, MOST)
    .toWellFormed()
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.replace(HIDDEN, " ").replace(/\s+/g, " ").trim())
    .filter((line) => line !== "");
  const whole = lines.join(" ");
  if (whole.length <= LINE) return { line: whole, text: "" };
  const [first = "", ...rest] = lines;
  return first.length <= LINE ? { line: first, text: rest.join("\n") } : { line: "", text: lines.join("\n") };
}

/**
 * The number of a telephone link (RFC 3966), as it is typed: with its extension, without marks between its digits;
 * null for what is no such link.
 */
export function telephoneOf(link: string): string | null {
  const [, written = ""] = /^tel:(.*)$/is.exec(link.slice(0, 300)) ?? [];
  let decoded = written;
  try {
    decoded = decodeURIComponent(written);
  } catch {
    // A percent sign that stands for itself.
  }
  const [number = "", ...parameters] = decoded.split(";");
  const digits = number.replace(/[^\d+*#]/g, "").replace(/(?!^)\+/g, "");
  if (!/\d{3}/.test(digits)) return null;
  const extension = parameters.map((each) => /^ext=([\d.-]{1,12})$/i.exec(each)?.[1]).find(Boolean);
  return extension ? `${digits} ext ${extension.replace(/\D/g, "")}` : digits;
}
