import type { KindDefinition } from "../../../shared/records/define.ts";
import type { DeskRecord } from "../../../shared/records/record.ts";
import { Button } from "../components/button.tsx";
import { capital } from "../state/capital.ts";
import { useSurface } from "../state/surface.tsx";

interface StateActionsProps {
  readonly record: DeskRecord;
  readonly kind: KindDefinition;
  /** No filled button: the view has another. */
  readonly plain?: boolean;
}

/** Where a record can go from here: the first that the kind names as the filled button, the others beside it. */
export function StateActions({ record, kind, plain }: StateActionsProps) {
  const { words, act, rights } = useSurface();
  const status = String(record.fields.status ?? kind.initial);
  const state = kind.states[status];
  if (!rights.value.decide) return null;
  const next = (state?.next ?? []).flatMap((name) => {
    const definition = kind.states[name];
    return definition ? [{ name, definition }] : [];
  });
  const likely = state?.open && !plain ? next[0] : undefined;
  const go = (name: string, label: string) =>
    act(
      [{ do: "set", record: record.id, field: "status", value: name }],
      words.say("record.nowIs", { state: label }),
    );
  return (
    <div class="buttons" data-key="status">
      {next.map(({ name, definition }) => {
        const label = words.name(definition.label);
        return (
          <Button
            key={name}
            {...(name === likely?.name ? { look: "filled" as const } : {})}
            onPress={() => void go(name, label)}
          >
            {capital(label, words.locale.value)}
          </Button>
        );
      })}
    </div>
  );
}
