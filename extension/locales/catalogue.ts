import type { en } from "./en.ts";

/** A text with forms by the categories of `Intl.PluralRules`; `{n}` chooses. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
export type Message = string | Plural;

type Source = typeof en;
export type Key = keyof Source;

/** All texts of the surfaces in one language. A key that is plural in English is plural everywhere. */
export type Catalogue = { readonly [K in Key]: Source[K] extends string ? string : Plural };

type Named<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Named<Rest> : never;
/** A plural asks for `n` also where no form says it. */
type NamesIn<M> = M extends string ? Named<M> : Named<M[keyof M]> | "n";

/** The keys whose text needs nothing filled in. */
export type PlainKey = { [K in Key]: [NamesIn<Source[K]>] extends [never] ? K : never }[Key];

/** What a key's text needs filled in, as rest arguments: none, or one object. */
export type Values<K extends Key> = [NamesIn<Source[K]>] extends [never]
  ? []
  : [{ readonly [Name in NamesIn<Source[K]>]: Name extends "n" ? number : string | number }];
