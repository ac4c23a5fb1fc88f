import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Labels, Locale } from "../../../shared/records/labels.ts";
import type { Catalogue, Key, Values } from "../../locales/catalogue.ts";
import { loadCatalogue } from "../../locales/load.ts";
import { formatsOf } from "./region.ts";

/** What a surface says, in the language that the person chose. */
export interface Words {
  readonly locale: ReadonlySignal<Locale>;
  /** The tag (BCP 47) that dates, hours and numbers are written by: this language as the person's region writes it. */
  readonly formats: ReadonlySignal<string>;
  /** The text of a key; `{name}` is filled in, and `{n}` chooses the plural form. */
  say<K extends Key>(key: K, ...values: Values<K>): string;
  /** The name of a kind, field, state or option. */
  name(labels: Labels): string;
  /** Several things named one after another, as the language parts them. */
  list(items: readonly string[]): string;
  /** Loads a language, then shows it everywhere at once. */
  speak(locale: Locale): Promise<void>;
}

/**
 * Words that start in one language, already loaded.
 * @param languages the browser's languages (BCP 47), best first: they say where the person is at home
 * @param disguise changes each text before anything is filled in: a gallery shows by it what is written in no catalogue
 */
export function createWords(
  first: { readonly locale: Locale; readonly catalogue: Catalogue },
  languages: readonly string[],
  disguise: (text: string) => string = (text) => text,
): Words {
  const spoken = signal(first);
  const plural = computed(() => new Intl.PluralRules(spoken.value.locale));
  const formats = computed(() => formatsOf(spoken.value.locale, languages));
  const number = computed(() => new Intl.NumberFormat(formats.value));
  return {
    locale: computed(() => spoken.value.locale),
    formats,
    say: (key, ...rest) => {
      const values: Record<string, string | number> = rest[0] ?? {};
      const message = spoken.value.catalogue[key];
      const form =
        typeof message === "string"
          ? message
          : (message[plural.value.select(Number(values.n))] ?? message.other);
      return disguise(form).replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
        const value = values[name];
        return typeof value === "number" ? number.value.format(value) : (value ?? whole);
      });
    },
    list: (items) => new Intl.ListFormat(spoken.value.locale, { style: "narrow" }).format(items),
    name: (labels) => disguise(labels[spoken.value.locale]),
    async speak(locale) {
      if (locale === spoken.peek().locale) return;
      const catalogue = await loadCatalogue(locale);
      spoken.value = { locale, catalogue };
    },
  };
}
