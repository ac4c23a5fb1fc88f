import type { Scalar } from "../../../shared/documents/command.ts";
import { maySettle, settle } from "../../../shared/documents/settle.ts";
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

/**
 * Two people decided at once: both values, who and when, and one press to keep one. Whoever may not settle it is not
 * asked to: they read that it is open, and with whom.
 */
export function ConflictCard({ record, kind, conflict, principals }: ConflictProps) {
  const { words, desk, now, act, rights } = useSurface();
  const members = desk.value?.members ?? [];
  const [name = "", , itemField] = conflict.field.split("/");
  const field = itemField === undefined ? fieldOf(kind, name) : kind.lists?.[name]?.item[itemField];
  const settles = maySettle(rights.value, conflict.field);
  const say = (value: Scalar) => {
    const state = name === "status" ? kind.states[String(value)] : undefined;
    return state
      ? words.name(state.label)
      : sayValue(field, value, { words, now: now.value, members, principals });
  };
  return (
    <Section card title={words.say(settles ? "conflict.title" : "conflict.readTitle")}>
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
              {settles && (
                <Button
                  look="plain"
                  onPress={() =>
                    void act([settle(record, conflict.field, value)], words.say("conflict.settled"))
                  }
                >
                  {words.say("conflict.keep")}
                </Button>
              )}
            </div>
          );
        })}
      </div>
      {!settles && <p class="small quiet">{words.say("conflict.read")}</p>}
    </Section>
  );
}
