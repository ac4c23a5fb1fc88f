import type { Locale } from "../../shared/records/labels.ts";
import type { Catalogue } from "./catalogue.ts";

const sources: Record<Locale, () => Promise<Catalogue>> = {
  en: async () => (await import("./en.ts")).en,
  vi: async () => (await import("./vi.ts")).vi,
  lv: async () => (await import("./lv.ts")).lv,
  cs: async () => (await import("./cs.ts")).cs,
  "zh-CN": async () => (await import("./zh-CN.ts")).zhCN,
  ru: async () => (await import("./ru.ts")).ru,
};

/** The texts of one language; each is a file of its own that is read only when it is spoken. */
export const loadCatalogue = (locale: Locale): Promise<Catalogue> => sources[locale]();
