import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { LOCALES, type Locale } from "../../../shared/records/labels.ts";
import type { DeskRecord } from "../../../shared/records/record.ts";
import { useQuery } from "./query.ts";
import { useSurface } from "./surface.tsx";

/** A letter to begin with: a template of the desk, or one that is built in (`record` is then null). */
export interface Letter {
  readonly record: DeskRecord | null;
  /** The built-in letter that it is, or whose place it takes; null for one of the desk's own. */
  readonly starter: string | null;
  readonly name: string;
  readonly subject: string;
  readonly body: string;
  readonly language: Locale;
  readonly retired: boolean;
}

/** The desk's templates, then the built-in letters in the person's language that none of them stands in for. */
export function useLetters(): readonly Letter[] {
  const { words, desk } = useSurface();
  const locale = words.locale.value;
  const builtIn = useSignal<readonly Letter[]>([]);
  const records =
    useQuery(desk.value && { q: "records", desk: desk.value.id, kinds: ["template"] }).value.value ?? [];
  useEffect(() => {
    let current = true;
    void import("../../../shared/replies/starter-templates.ts").then(({ starterTemplates }) => {
      if (current)
        builtIn.value = starterTemplates(locale).map(({ id, ...letter }) => ({
          ...letter,
          record: null,
          starter: id,
          language: locale,
          retired: false,
        }));
    });
    return () => {
      current = false;
    };
  }, [locale, builtIn]);
  const own = records.map((record) => letterOf(record, locale));
  const replaced = (letter: Letter) =>
    own.some(({ starter, language }) => starter === letter.starter && language === letter.language);
  return [...own, ...builtIn.value.filter((letter) => !replaced(letter))];
}

function letterOf(record: DeskRecord, locale: Locale): Letter {
  const { fields } = record;
  return {
    record,
    starter: typeof fields.starter === "string" ? fields.starter : null,
    name: String(fields.name ?? fields.subject ?? ""),
    subject: String(fields.subject ?? ""),
    body: String(fields.body ?? ""),
    language: LOCALES.find((each) => each === fields.language) ?? locale,
    retired: fields.status === "retired",
  };
}
