import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { LOCALES, type Locale } from "../../../shared/records/labels.ts";
import type { DeskRecord } from "../../../shared/records/record.ts";
import { Button } from "../components/button.tsx";
import { usePrincipals } from "../components/principal.tsx";
import { useQuery } from "../state/query.ts";
import { useSurface } from "../state/surface.tsx";
import { fillTemplate } from "./fill-template.ts";

/** A letter to begin with: a template of the desk, or one that comes with Sidedesk (`record` is then null). */
interface Beginning {
  readonly record: string | null;
  readonly name: string;
  readonly subject: string;
  readonly body: string;
  readonly language: Locale;
}

interface ChoiceProps {
  readonly to: { readonly name: string; readonly email: string | null } | null;
  readonly subject: string | null;
  readonly onBegin: (text: {
    readonly subject: string;
    readonly body: string;
    readonly template: string | null;
    /** In whose name; null where nothing says it. */
    readonly principal: string | null;
  }) => void;
}

const MOST = 6;

/** What a reply can start from: the desk's templates, those that come with Sidedesk, or an empty page. */
export function TemplateChoice({ to, subject, onBegin }: ChoiceProps) {
  const { words, desk, me, clock, toasts } = useSurface();
  const principals = usePrincipals();
  const locale = words.locale.value;
  const starters = useSignal<readonly Beginning[]>([]);
  const records =
    useQuery(desk.value && { q: "records", desk: desk.value.id, kinds: ["template"] }).value.value ?? [];
  useEffect(() => {
    let current = true;
    void import("../../../shared/replies/starter-templates.ts").then(({ starterTemplates }) => {
      if (current)
        starters.value = starterTemplates(locale).map((starter) => ({
          ...starter,
          record: null,
          language: locale,
        }));
    });
    return () => {
      current = false;
    };
  }, [locale, starters]);
  const own = records
    .filter(({ fields }) => fields.status !== "retired")
    .map((record) => beginningOf(record, locale));
  const person = useQuery(
    desk.value && to
      ? { q: "person", desk: desk.value.id, name: to.name, ...(to.email ? { email: to.email } : {}) }
      : null,
  ).value.value;
  // Whoever all that is open with this person is for, is whom they wrote to.
  const concerned = new Set(person?.byName ? [] : person?.open.flatMap(({ principal }) => principal ?? []));
  const likely = concerned.size === 1 ? principals.find(({ id }) => concerned.has(id)) : undefined;
  const principal = principals.length === 1 ? principals[0] : likely;
  const begin = async (beginning: Beginning) => {
    const filled = await fillTemplate(beginning, beginning.language, {
      now: new Date(clock()).toISOString(),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      ...(to?.name ? { recipient: to.name } : {}),
      ...(subject ? { subject } : {}),
      ...(principal ? { principal: principal.name } : {}),
      ...(me.value ? { signature: me.value.name, assistant: me.value.name } : {}),
    });
    if (filled.ok) onBegin({ ...filled, template: beginning.record, principal: principal?.id ?? null });
    else toasts.show({ text: filled.advice, tone: "urgent" });
  };
  return (
    <>
      <ul class="choices">
        {[...own, ...starters.value].slice(0, MOST).map((beginning) => (
          <li key={beginning.record ?? beginning.name}>
            <Button look="plain" onPress={() => void begin(beginning)}>
              {beginning.name}
            </Button>
          </li>
        ))}
      </ul>
      <div class="buttons">
        <Button
          onPress={() => onBegin({ subject: "", body: "", template: null, principal: principal?.id ?? null })}
        >
          {words.say("reply.empty")}
        </Button>
      </div>
    </>
  );
}

function beginningOf({ id, fields }: DeskRecord, locale: Locale): Beginning {
  return {
    record: id,
    name: String(fields.name ?? fields.subject ?? ""),
    subject: String(fields.subject ?? ""),
    body: String(fields.body ?? ""),
    language: LOCALES.find((each) => each === fields.language) ?? locale,
  };
}
