const LETTERS: Readonly<Record<string, string>> = {
  đ: "d",
  ð: "d",
  ł: "l",
  ø: "o",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
  ё: "е",
};

/** A text without case and diacritics; Cyrillic keeps its letters but for ё, which is written е as often. */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{Script=Cyrillic}]+/gu, (part) => part.normalize("NFD").replace(/\p{M}+/gu, ""))
    .replace(/[đðłøßæœıё]/g, (letter) => LETTERS[letter] ?? letter);
}

/** Whether a text has small and capital letters alone to fold: most have, and it spares them the rest. */
export const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text);
