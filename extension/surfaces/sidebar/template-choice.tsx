import { bareSubject } from "../../../shared/replies/subject.ts";
import { Button } from "../components/button.tsx";
import { usePrincipals } from "../components/principal.tsx";
import { fillTemplate } from "../state/fill-template.ts";
import { type Letter, useLetters } from "../state/letters.ts";
import { useQuery } from "../state/query.ts";
import { useSurface } from "../state/surface.tsx";

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
  const { me, words, desk, clock, toasts } = useSurface();
  const principals = usePrincipals();
  const letters = useLetters().filter(({ retired }) => !retired);
  const person = useQuery(
    desk.value && to
      ? { q: "person", desk: desk.value.id, name: to.name, ...(to.email ? { email: to.email } : {}) }
      : null,
  ).value.value;
  // Whoever all that is open with this person is for, is whom they wrote to.
  const concerned = new Set(person?.byName ? [] : person?.open.flatMap(({ principal }) => principal ?? []));
  const likely = concerned.size === 1 ? principals.find(({ id }) => concerned.has(id)) : undefined;
  const principal = principals.length === 1 ? principals[0] : likely;
  const begin = async (letter: Letter) => {
    const facts = {
      now: new Date(clock()).toISOString(),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      ...(to?.name ? { recipient: to.name } : {}),
      ...(subject ? { subject: bareSubject(subject) } : {}),
      ...(principal ? { principal: principal.name } : {}),
      ...(me.value ? { signature: me.value.name, assistant: me.value.name } : {}),
    };
    const filled = await fillTemplate(letter, letter.language, facts, words.locale.peek());
    if (filled.ok)
      onBegin({
        subject: filled.subject,
        body: filled.body,
        template: letter.record?.id ?? null,
        principal: principal?.id ?? null,
      });
    else toasts.show({ text: filled.advice, tone: "urgent" });
  };
  return (
    <>
      <ul class="choices">
        {letters.slice(0, MOST).map((letter) => (
          <li key={letter.record?.id ?? letter.starter}>
            <Button look="plain" onPress={() => void begin(letter)}>
              {letter.name}
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
