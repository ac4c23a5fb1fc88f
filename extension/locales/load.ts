import type { Locale } from "../../shared/records/labels.ts";
import type { Catalogue } from "./catalogue.ts";

const sources: Record<Locale, () => Promise<Catalogue>> = {
  en: async () => (await import("./en.ts")).en,
  vi: async () => (await import("./en.ts")).en,
  lv: async () => (await import("./en.ts")).en,
  cs: async () => (await import("./en.ts")).en,
  "zh-CN": async () => (await import("./en.ts")).en,
  ru: async () => (await import("./en.ts")).en,
};

/** The texts of one language; each is a file of its own that is read only when it is spoken. */
export const loadCatalogue = (locale: Locale): Promise<Catalogue> => sources[locale]();
