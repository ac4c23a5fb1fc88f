import { useSignal } from "@preact/signals";
import type { Action } from "../../../shared/documents/command.ts";
import { formFields } from "../../../shared/records/form.ts";
import { principal as kind } from "../../../shared/records/principal.ts";
import { InNameOf } from "../audit/in-name-of.tsx";
import { Button } from "../components/button.tsx";
import { Chip } from "../components/chip.tsx";
import { Principal, type PrincipalInfo, usePrincipals } from "../components/principal.tsx";
import { ProseField } from "../components/prose-field.tsx";
import { RoleNote } from "../components/role-note.tsx";
import { AuthoritySection } from "../delegation/authority.tsx";
import { Form } from "../record/form.tsx";
import { StateActions } from "../record/state-actions.tsx";
import { idFor } from "../state/ids.ts";
import { useSurface } from "../state/surface.tsx";

const fields = formFields(kind);

/** Whom the desk works for: add, correct, put in order, remove; each can be undone. */
export function PrincipalsPart() {
  const { words, act, now, rights } = useSurface();
  const { write } = rights.value;
  const principals = usePrincipals();
  const opened = useSignal<string | null>(null);
  const add = async () => {
    const record = idFor(kind, now.peek());
    const create: Action = { do: "create", record, kind: kind.kind, fields: {} };
    if (await act([create], words.say("principals.added"))) opened.value = record;
  };
  /** All of them are numbered anew, so that the places of two never fall together. */
  const move = (from: number, to: number) => {
    const order = principals.map(({ id }) => id);
    order.splice(to, 0, ...order.splice(from, 1));
    void act(
      order.flatMap((id, place): Action[] =>
        principals.find((each) => each.id === id)?.record.fields.order === place
          ? []
          : [{ do: "set", record: id, field: "order", value: place }],
      ),
      words.say("principals.moved"),
    );
  };
  return (
    <>
      <p class="quiet">{words.say("principals.why")}</p>
      <ul class="stack">
        {principals.map((each, at) => (
          <li key={each.id} class="settings-item">
            {write && (
              <Moves
                name={each.name || words.say("principals.unnamed")}
                at={at}
                of={principals.length}
                onMove={(to) => move(at, to)}
              />
            )}
            <details class="item" open={each.id === opened.value}>
              <summary>
                <Principal principal={{ ...each, name: each.name || words.say("principals.unnamed") }} />{" "}
                {each.away && <Chip tone="attention">{words.name(kind.states.away.label)}</Chip>}
              </summary>
              <PrincipalForm principal={each} />
            </details>
          </li>
        ))}
      </ul>
      <RoleNote />
      {write && (
        <div class="buttons">
          <Button look={principals.length === 0 ? "filled" : undefined} onPress={() => void add()}>
            {words.say("principals.add")}
          </Button>
        </div>
      )}
    </>
  );
}

interface MovesProps {
  readonly name: string;
  readonly at: number;
  readonly of: number;
  readonly onMove: (to: number) => void;
}

function Moves({ name, at, of, onMove }: MovesProps) {
  const { words } = useSurface();
  return (
    <span class="moves">
      <Button
        look="icon"
        label={words.say("principals.up", { name })}
        disabled={at === 0}
        onPress={() => onMove(at - 1)}
      >
        ↑
      </Button>
      <Button
        look="icon"
        label={words.say("principals.down", { name })}
        disabled={at === of - 1}
        onPress={() => onMove(at + 1)}
      >
        ↓
      </Button>
    </span>
  );
}

function PrincipalForm({ principal }: { readonly principal: PrincipalInfo }) {
  const { words, act, now, rights } = useSurface();
  const { id, record } = principal;
  const name = principal.name || words.say("principals.unnamed");
  const remove = () =>
    act(
      [{ do: "set", record: id, field: "deletedAt", value: new Date(now.peek()).toISOString() }],
      words.say("principals.removed", { name }),
    );
  return (
    <div class="stack">
      <Form
        identity={id}
        all
        fields={fields.filter(({ type }) => type !== "prose")}
        values={record.fields}
        onSet={(field, value) => void act([{ do: "set", record: id, field, value }])}
      />
      {fields
        .filter(({ type }) => type === "prose")
        .map((field) => (
          <ProseField key={field.name} record={record} field={field} />
        ))}
      <StateActions record={record} kind={kind} plain />
      <AuthoritySection principal={principal} />
      <InNameOf principal={principal} />
      {rights.value.write && (
        <div class="buttons">
          <Button look="plain" danger onPress={() => void remove()}>
            {words.say("principals.remove", { name })}
          </Button>
          <span class="small quiet">{words.say("principals.keeps")}</span>
        </div>
      )}
    </div>
  );
}
