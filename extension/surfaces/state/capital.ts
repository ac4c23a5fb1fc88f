/** The first letter large, as a button has it: names of states and keys are written small because they stand inside sentences. */
export const capital = (text: string, locale: string): string =>
  text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
