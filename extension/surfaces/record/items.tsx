import { useState } from "preact/hooks";
import type { Scalar } from "../../../shared/documents/command.ts";
import type { ListDefinition } from "../../../shared/records/define.ts";
import { itemFormFields } from "../../../shared/records/form.ts";
import type { DeskRecord } from "../../../shared/records/record.ts";
import { trip } from "../../../shared/records/trip.ts";
import { Button } from "../components/button.tsx";
import { Facts } from "../components/facts.tsx";
import { Field } from "../components/field.tsx";
import type { PrincipalInfo } from "../components/principal.tsx";
import { Section } from "../components/section.tsx";
import { sayFields } from "../components/value.ts";
import { newId } from "../state/ids.ts";
import { useSurface } from "../state/surface.tsx";
import { TripCalendar } from "./trip-calendar.tsx";

interface ItemsProps {
  readonly record: DeskRecord;
  readonly name: string;
  readonly list: ListDefinition;
  readonly principals: readonly PrincipalInfo[];
}

/** A list inside a record: each item in two lines, what it is and the rest, opened to correct it. */
export function Items({ record, name, list, principals }: ItemsProps) {
  const { words, act, desk, now, rights } = useSurface();
  const [added, setAdded] = useState<string | null>(null);
  const fields = itemFormFields(list.item);
  const { write } = rights.value;
  const items = Object.entries(record.lists[name] ?? {}).filter(([, item]) => item.removed !== true);
  const when = (item: Readonly<Record<string, Scalar>>) => String(item.startsAt ?? item.from ?? "");
  items.sort(([, one], [, other]) => when(one).localeCompare(when(other)));
  const names = { words, now: now.value, members: desk.value?.members ?? [], principals };
  const add = async () => {
    const item = newId();
    if (
      await act([{ do: "add", record: record.id, list: name, item, fields: {} }], words.say("list.created"))
    )
      setAdded(item);
  };
  return (
    <Section
      title={words.name(list.label)}
      aside={
        <span class="buttons">
          {record.kind === trip.kind && <TripCalendar record={record} />}
          {write && (
            <Button look="plain" onPress={() => void add()}>
              {words.say("item.add")}
            </Button>
          )}
        </span>
      }
    >
      {items.length === 0 && <p class="quiet small">{words.say("item.none")}</p>}
      {items.map(([id, item]) => (
        <details class="item" key={id} open={id === added}>
          <summary>
            <span class="item-said">
              <strong>{sayFields(list, list.named, item, names) || words.say("item.new")}</strong>{" "}
              <span class="small quiet">{sayFields(list, list.line, item, names)}</span>
            </span>
          </summary>
          {write ? (
            <>
              <div class="form">
                {fields.map((field) => (
                  <Field
                    key={field.name}
                    field={field}
                    value={item[field.name] ?? null}
                    onSet={(value) =>
                      void act([
                        { do: "setItem", record: record.id, list: name, item: id, field: field.name, value },
                      ])
                    }
                  />
                ))}
              </div>
              <Button
                look="plain"
                danger
                onPress={() =>
                  void act(
                    [{ do: "removeItem", record: record.id, list: name, item: id }],
                    words.say("item.removed"),
                  )
                }
              >
                {words.say("item.remove")}
              </Button>
            </>
          ) : (
            <Facts fields={fields.filter(({ name }) => (item[name] ?? "") !== "")} values={item} />
          )}
        </details>
      ))}
    </Section>
  );
}
