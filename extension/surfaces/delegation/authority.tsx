import { useSignal } from "@preact/signals";
import type { Scalar } from "../../../shared/documents/command.ts";
import { type Delegation, delegationStanding } from "../../../shared/documents/delegation-standing.ts";
import { dayIn } from "../../../shared/records/day-in.ts";
import { delegation as kind } from "../../../shared/records/delegation.ts";
import { formFields } from "../../../shared/records/form.ts";
import { Button } from "../components/button.tsx";
import { Chip } from "../components/chip.tsx";
import type { PrincipalInfo } from "../components/principal.tsx";
import { Form } from "../record/form.tsx";
import { idFor } from "../state/ids.ts";
import { useQuery } from "../state/query.ts";
import { useSurface } from "../state/surface.tsx";
import { sayDay } from "../state/times.ts";
import { sayLimit } from "./delegations.ts";

const TONES = {
  active: "done",
  planned: "neutral",
  ended: "neutral",
  withdrawn: "neutral",
  void: "urgent",
} as const;
const TERMS = formFields(kind).filter(({ name }) => name !== "onBehalfOf");

/** Who decides in a principal's name while they are away; given and withdrawn by an owner or a principal. */
export function AuthoritySection({ principal }: { readonly principal: PrincipalInfo }) {
  const { words, me, desk } = useSurface();
  const all = useQuery(desk.value && { q: "delegations", desk: desk.value.id }).value.value ?? [];
  const giving = useSignal(false);
  const mine = all.filter((each) => each.principal === principal.id);
  const mayGive = me.value?.role === "owner" || me.value?.role === "principal";
  if (mine.length === 0 && !mayGive) return null;
  return (
    <div class="stack">
      <h2 class="overline">{words.say("delegation.title")}</h2>
      <ul class="stack">
        {mine.map((each) => (
          <Given key={each.id} given={each} principal={principal} mayWithdraw={mayGive} />
        ))}
      </ul>
      {mayGive &&
        (giving.value ? (
          <Give principal={principal} onDone={() => (giving.value = false)} />
        ) : (
          <div class="buttons">
            <Button onPress={() => (giving.value = true)}>{words.say("delegation.give")}</Button>
          </div>
        ))}
    </div>
  );
}

interface GivenProps {
  readonly given: Delegation;
  readonly principal: PrincipalInfo;
  readonly mayWithdraw: boolean;
}

function Given({ given, principal, mayWithdraw }: GivenProps) {
  const { words, act, desk, now } = useSurface();
  const today = new Date(now.value).toISOString();
  const standing = delegationStanding(given, today, dayIn(principal.record.fields.tz));
  const nameOf = (id: string) =>
    desk.value?.members.find((member) => member.id === id)?.name ?? words.say("member.unknown");
  const day = (date: string) => sayDay(date, now.value, words.formats.value);
  const { options } = kind.fields.scope;
  const scope = Object.hasOwn(options, given.scope) ? options[given.scope as keyof typeof options] : null;
  const facts = [
    scope && words.name(scope),
    `${day(given.startsOn)} – ${day(given.endsOn)}`,
    sayLimit(given, words),
    words.say("delegation.by", { who: nameOf(given.by) }),
  ];
  return (
    <li class="person-line">
      <span class="grow">
        <strong>{nameOf(given.delegate)}</strong>{" "}
        <Chip tone={TONES[standing]}>{words.say(`delegation.${standing}`)}</Chip>
        <span class="small quiet block">{facts.filter(Boolean).join(" · ")}</span>
      </span>
      {mayWithdraw && (standing === "active" || standing === "planned") && (
        <Button
          look="plain"
          danger
          onPress={() =>
            void act(
              [{ do: "set", record: given.id, field: "status", value: "revoked" }],
              words.say("delegation.revoked"),
            )
          }
        >
          {words.say("delegation.withdraw", { name: nameOf(given.delegate) })}
        </Button>
      )}
    </li>
  );
}

/** Its terms, all of them set before it is given: afterwards none can be. */
function Give({ principal, onDone }: { readonly principal: PrincipalInfo; readonly onDone: () => void }) {
  const { words, act, now } = useSurface();
  const terms = useSignal<Readonly<Record<string, Scalar>>>({ scope: kind.fields.scope.usual });
  const { delegate, startsOn, endsOn, spendLimit, currency } = terms.value;
  const backwards = typeof startsOn === "string" && typeof endsOn === "string" && endsOn < startsOn;
  const limited = typeof spendLimit === "number";
  const noCurrency = limited && !/^[A-Z]{3}$/.test(String(currency ?? "").toUpperCase());
  const ready = delegate && startsOn && endsOn && !backwards && !noCurrency;
  const give = async (event: Event) => {
    event.preventDefault();
    if (!ready) return;
    const { currency: typed, ...rest } = terms.peek();
    const fields = {
      ...rest,
      onBehalfOf: principal.id,
      status: kind.initial,
      ...(limited ? { currency: String(typed).toUpperCase() } : {}),
    };
    const record = idFor(kind, now.peek());
    if (await act([{ do: "create", record, kind: kind.kind, fields }], words.say("delegation.given")))
      onDone();
  };
  return (
    <form class="stack" onSubmit={(event) => void give(event)}>
      <p class="quiet">{words.say("delegation.why", { name: principal.name })}</p>
      <Form
        identity={principal.id}
        all
        fields={TERMS}
        values={terms.value}
        onSet={(field, value) => {
          terms.value = { ...terms.peek(), [field]: value };
        }}
      />
      {backwards && <p class="problem">{words.say("delegation.backwards")}</p>}
      {noCurrency && <p class="problem">{words.say("delegation.noCurrency")}</p>}
      <div class="buttons">
        <Button look="filled" submit disabled={!ready}>
          {words.say("delegation.give")}
        </Button>
        <Button onPress={onDone}>{words.say("cancel")}</Button>
      </div>
    </form>
  );
}
