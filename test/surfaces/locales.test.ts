import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { TEXTS } from "../../extension/background/browser/texts.ts";
import type { Message } from "../../extension/locales/catalogue.ts";
import { loadCatalogue } from "../../extension/locales/load.ts";
import { createWords } from "../../extension/surfaces/state/words.ts";
import { chooseLocale } from "../../shared/records/choose-locale.ts";
import { KINDS } from "../../shared/records/kinds.ts";
import { LOCALES } from "../../shared/records/labels.ts";
import { VARIABLES } from "../../shared/replies/variable-names.ts";

const root = fileURLToPath(new URL("../../extension/", import.meta.url));
const sources = readdirSync(join(root, "surfaces"), { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readFileSync(join(root, "surfaces", path), "utf8"))
  .join("\n");
const en = await loadCatalogue("en");
const forms = (message: Message) => (typeof message === "string" ? [message] : Object.values(message));
const named = (message: Message) => new Set(forms(message).flatMap((form) => form.match(/\{\w+\}/g) ?? []));

describe("The texts of the surfaces", () => {
  it("have no key that no surface says", () => {
    const said = (key: string) =>
      sources.includes(`"${key}"`) || sources.includes(`${key.slice(0, key.indexOf(".") + 1)}\${`);
    expect(Object.keys(en).filter((key) => !said(key))).toEqual([]);
  });

  for (const locale of LOCALES.filter((each) => each !== "en"))
    it(`are complete in ${locale}, with the same names to fill in`, async () => {
      const catalogue: Record<string, Message> = await loadCatalogue(locale);
      expect(Object.keys(catalogue).sort()).toEqual(Object.keys(en).sort());
      for (const [key, source] of Object.entries<Message>(en)) {
        const text = catalogue[key] as Message;
        const known = named(source);
        for (const name of named(text)) expect(known, `${key}: ${name}`).toContain(name);
        for (const name of known)
          if (name !== "{n}") expect([...named(text)], `${key} in ${locale}`).toContain(name);
        if (typeof text !== "string") {
          const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
          for (const form of Object.keys(text)) expect(categories, `${key} in ${locale}`).toContain(form);
          const named = Object.keys(text).length > 1;
          if (named) expect(Object.keys(text).sort(), `${key} in ${locale}`).toEqual([...categories].sort());
        }
      }
    });

  it("are not left in English", async () => {
    const same = new Set(["sync.now", "data.export", "booking.change"]);
    for (const locale of LOCALES.filter((each) => each !== "en")) {
      const catalogue: Record<string, Message> = await loadCatalogue(locale);
      const left = Object.entries<Message>(en).filter(
        ([key, source]) =>
          forms(source).some(
            (form) =>
              /[a-z]{4}/.test(form.replaceAll(/\{\w+\}/g, "")) && forms(catalogue[key] ?? "").includes(form),
          ) && !same.has(key),
      );
      expect(left.map(([key]) => key)).toEqual([]);
    }
  });

  it("are not left in English where they stand with what they name: kinds, fields, states, the browser's menus", () => {
    const found = new Set<string>();
    const look = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      const labels = value as Readonly<Record<string, unknown>>;
      const labelled = typeof labels.en === "string" && typeof labels.ru === "string";
      if (!labelled) for (const part of Object.values(value)) look(part);
      else
        for (const locale of LOCALES)
          if (!labels[locale] || (locale !== "en" && labels[locale] === labels.en))
            found.add(`${locale}: ${labels.en}`);
    };
    look(KINDS);
    look(TEXTS);
    look(VARIABLES);
    // Words that the languages share.
    expect([...found].sort()).toEqual([
      "cs: E-mail",
      "cs: Hotel",
      "cs: Taxi",
      "cs: Text",
      "lv: indigo",
      "vi: Cc",
      "vi: E-mail",
      "vi: Taxi",
    ]);
  });

  it("choose the plural form of the language", async () => {
    const words = createWords({ locale: "ru", catalogue: await loadCatalogue("ru") }, ["ru"]);
    expect([1, 2, 5, 21].map((n) => words.say("caller.calls", { n }))).toEqual([
      "1 звонок",
      "2 звонка",
      "5 звонков",
      "21 звонок",
    ]);
    await words.speak("lv");
    expect([1, 2, 10].map((n) => words.say("caller.calls", { n }))).toEqual([
      "1 zvans",
      "2 zvani",
      "10 zvanu",
    ]);
  });

  it("leave a value that looks like a name to fill in as it is", async () => {
    const words = createWords({ locale: "en", catalogue: en }, ["en"]);
    expect(words.say("history.wrote", { who: "You", field: "Note", text: "{who}" })).toBe(
      "You wrote in Note: “{who}”",
    );
  });

  it("follow the first language of the person that Sidedesk speaks", () => {
    expect(chooseLocale(["de-DE", "lv-LV", "en"])).toBe("lv");
    expect(chooseLocale(["zh-Hans-CN"])).toBe("zh-CN");
    expect(chooseLocale(["de"])).toBe("en");
  });
});

describe("The texts of the manifest", () => {
  const folder = join(root, "public/_locales");
  const read = (locale: string): Record<string, { message: string }> =>
    JSON.parse(readFileSync(join(folder, locale, "messages.json"), "utf8"));
  for (const locale of readdirSync(folder))
    it(`are complete in ${locale} and within the stores' limits`, () => {
      const texts = read(locale);
      expect(Object.keys(texts).sort()).toEqual(Object.keys(read("en")).sort());
      const left = Object.entries(read("en")).filter(
        ([key, { message }]) => locale !== "en" && message !== "Sidedesk" && texts[key]?.message === message,
      );
      expect(left).toEqual([]);
      expect(texts.extName?.message.length).toBeLessThanOrEqual(75);
      expect(texts.extDescription?.message.length).toBeLessThanOrEqual(132);
    });
});
