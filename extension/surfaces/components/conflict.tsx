import type { Action, Scalar } from "../../../shared/documents/command.ts";
import { fieldOf, type KindDefinition } from "../../../shared/records/define.ts";
import type { Conflict } from "../../../shared/records/record.ts";
import { memberWith } from "../state/author.ts";
import { useSurface } from "../state/surface.tsx";
import { sayPast } from "../state/times.ts";
import { Button } from "./button.tsx";
import type { PrincipalInfo } from "./principal.tsx";
import { Section } from "./section.tsx";
import { sayValue } from "./value.ts";

interface ConflictProps {
  readonly record: string;
  readonly kind: KindDefinition;
  readonly conflict: Conflict;
  readonly principals: readonly PrincipalInfo[];
}

/** Two people decided at once: both values, who and when, and one press to keep one. */
export function ConflictCard({ record, kind, conflict, principals }: ConflictProps) {
  const { words, desk, now, act, rights } = useSurface();
  const members = desk.value?.members ?? [];
  const [name = "", item, itemField] = conflict.field.split("/");
  const field = itemField === undefined ? fieldOf(kind, name) : kind.lists?.[name]?.item[itemField];
  const keeping = (value: Scalar): readonly Action[] => [
    item !== undefined && itemField !== undefined
      ? { do: "setItem", record, list: name, item, field: itemField, value }
      : { do: "set", record, field: name, value },
  ];
  const say = (value: Scalar) => {
    const state = name === "status" ? kind.states[String(value)] : undefined;
    return state
      ? words.name(state.label)
      : sayValue(field, value, { words, now: now.value, members, principals });
  };
  return (
    <Section card title={words.say("conflict.title")}>
      <p>{name === "status" ? words.say("field.status") : field ? words.name(field.label) : name}</p>
      <div class="pair">
        {conflict.values.map(({ value, by, at }) => {
          const author = memberWith(members, by);
          return (
            <div class="choice-card" key={`${by} ${at}`}>
              <strong>{say(value)}</strong>
              <span class="small quiet">
                {author?.me ? words.say("member.you") : (author?.name ?? words.say("member.unknown"))},{" "}
                {sayPast(at, now.value, words.formats.value)}
              </span>
              {rights.value.may(keeping(value)) && (
                <Button look="plain" onPress={() => void act(keeping(value), words.say("conflict.settled"))}>
                  {words.say("conflict.keep")}
                </Button>
              )}
            </div>
          );
        })}
      </div>
    </Section>
  );
}
