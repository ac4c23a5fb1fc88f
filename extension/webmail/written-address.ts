/** An address as a label in any language has it: brackets and colons may be full width, marks of direction around it. */
const address = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{N}.-]+\.[\p{L}\p{N}-]*[\p{L}\p{N}]/gu;
/** Marks of direction and joiners that pages put around names and addresses: nobody sees them. */
const directions = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

/** The mail addresses that a text names, each once, in small letters. */
export const addressesIn = (text: string | null | undefined): readonly string[] => [
  ...new Set((text?.match(address) ?? []).map((email) => email.toLowerCase())),
];

/** A name as it is read: in one line, without marks of direction and without the quotes of a mail's header. */
export function shownName(text: string): string {
  const seen = text.replace(directions, "").replace(/\s+/g, " ").trim();
  return /^"(.*\S.*)"$/.exec(seen)?.[1]?.replace(/\\(.)/g, "$1").trim() ?? seen;
}
