const PLAIN = "AaÁáBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz";
const ACCENTED = "ÅåÁáƁƀÇçĐđÉéƑƒĜĝĤĥÎîĴĵĶķĻļṀṁÑñÖöÞþǪǫŔŕŠšŢţÛûṼṽŴŵẊẋÝýŽž";
const accented = new Map([...PLAIN].map((letter, at) => [letter, [...ACCENTED][at] ?? letter]));
const LONGER = 0.4;

/**
 * A text as no language has it: accented, two fifths longer, in brackets, so that what is written in no catalogue and
 * what has no room are both seen. Names to fill in (`{name}`) stay as they are.
 */
export function pseudo(text: string): string {
  if (text.trim() === "") return text;
  const letters = text
    .split(/(\{\w+\})/)
    .map((part) =>
      part.startsWith("{") ? part : [...part].map((letter) => accented.get(letter) ?? letter).join(""),
    )
    .join("");
  const said = text.replaceAll(/\{\w+\}/g, "");
  // In words, as a longer language would have them: a padding in one piece could not be broken into lines.
  const more = "ẋẋẋẋẋ "
    .repeat(Math.ceil((said.length * LONGER) / 6))
    .slice(0, Math.ceil(said.length * LONGER));
  return `⟦${letters}${more.length > 2 ? ` ${more.trim()}` : ""}⟧`;
}
