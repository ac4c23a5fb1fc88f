import { fold } from "../records/fold.ts";

export interface NamedPrincipal {
  readonly id: string;
  readonly name: string;
}

export interface FoundPrincipal {
  readonly id: string;
  /** Length of the name in the text. */
  readonly length: number;
  readonly unsure: boolean;
}

const TOKEN = /\p{Script=Han}+|[\p{L}\p{M}\p{N}'’-]+/gu;
/** After a surname in Chinese: 王总, 李主任. */
const HAN_TITLE = /^(?:总|主任|经理|先生|女士|老师|处长|局长|董事?长?|书记|校长|院长|部长|科长|主席)/u;

/** 2: the same; 1: another ending of it (Nováka, Ивановой, Bērziņam); 0: another word. */
function likeness(typed: string, name: string): 0 | 1 | 2 {
  if (typed === name) return 2;
  let same = 0;
  while (same < typed.length && typed[same] === name[same]) same++;
  return same >= 3 && name.length - same <= 2 && typed.length - same <= 3 ? 1 : 0;
}

function tokensOf(text: string): { word: string; end: number }[] {
  const line = /^[^\0,;:，；。、\n]*/u.exec(text)?.[0] ?? "";
  return [...line.matchAll(TOKEN)]
    .slice(0, 5)
    .map((match) => ({ word: fold(match[0]), end: match.index + match[0].length }));
}

function match(typed: readonly string[], principal: NamedPrincipal): number {
  const words = fold(principal.name).match(TOKEN) ?? [];
  const left = [...words];
  let score = 0;
  for (const word of typed) {
    const best = left.map((name) => likeness(word, name)).reduce<number>((a, b) => Math.max(a, b), 0);
    if (best === 0) return 0;
    left.splice(
      left.findIndex((name) => likeness(word, name) === best),
      1,
    );
    score += best;
  }
  return score / typed.length;
}

function hanMatch(text: string, principal: NamedPrincipal): { length: number; unsure: boolean } | null {
  if (!/^\p{Script=Han}/u.test(principal.name)) return null;
  if (text.startsWith(principal.name)) {
    const title = HAN_TITLE.exec(text.slice(principal.name.length));
    return { length: principal.name.length + (title?.[0].length ?? 0), unsure: false };
  }
  const title = text[0] === principal.name[0] ? HAN_TITLE.exec(text.slice(1)) : null;
  return title ? { length: 1 + title[0].length, unsure: true } : null;
}

/**
 * Whose name a text begins with. A name in another grammatical case, initials, or a Chinese surname with a title are
 * unsure; a word that fits two principals equally is nobody's.
 */
export function findPrincipal(text: string, principals: readonly NamedPrincipal[]): FoundPrincipal | null {
  const han = principals.flatMap((each) => {
    const found = hanMatch(text, each);
    return found ? [{ id: each.id, ...found }] : [];
  });
  const sure = han.filter((each) => !each.unsure);
  if (sure.length === 1 || (sure.length === 0 && han.length === 1)) return sure[0] ?? han[0] ?? null;
  const tokens = tokensOf(text);
  for (let count = tokens.length; count > 0; count--) {
    const typed = tokens.slice(0, count).map(({ word }) => word);
    const scored = principals
      .map((each) => ({ id: each.id, score: match(typed, each) }))
      .filter(({ score }) => score > 0);
    const best = Math.max(0, ...scored.map(({ score }) => score));
    const [first, ...others] = scored.filter(({ score }) => score === best);
    if (first && others.length === 0)
      return { id: first.id, length: tokens[count - 1]?.end ?? 0, unsure: best < 2 };
  }
  const initials = principals.filter(({ name }) => {
    const letters = (fold(name).match(TOKEN) ?? []).map((word) => word[0]).join("");
    return letters.length > 1 && letters === tokens[0]?.word;
  });
  return initials.length === 1 && initials[0]
    ? { id: initials[0].id, length: tokens[0]?.end ?? 0, unsure: true }
    : null;
}
