import { kindOf } from "../../../shared/records/kinds.ts";
import { message } from "../../../shared/records/message.ts";
import type { DeskRecord } from "../../../shared/records/record.ts";
import { summarise } from "../../../shared/records/summarise.ts";
import { task } from "../../../shared/records/task.ts";
import { Button } from "../components/button.tsx";
import { Section } from "../components/section.tsx";
import { KeyMark } from "../keys/marks.tsx";
import { follow, isCall, leadsOn } from "../state/follow.ts";
import { useQuery } from "../state/query.ts";
import { useSurface } from "../state/surface.tsx";

interface FollowProps {
  readonly record: DeskRecord;
  readonly onOpen: (record: string) => void;
}

/** What can be made of a record, in one press each. */
export function WhatFollows({ record, onOpen }: FollowProps) {
  const surface = useSurface();
  const { words, rights } = surface;
  if (!rights.value.write || !leadsOn(record)) return null;
  return (
    <div class="what-follows">
      <Section title={words.say("follow.title")}>
        <div class="buttons tight">
          {isCall(record) && (
            <Button look="plain" onPress={() => void follow(surface, record, message, onOpen)}>
              {words.say("follow.message")} <KeyMark of="record.message" />
            </Button>
          )}
          <Button look="plain" onPress={() => void follow(surface, record, task, onOpen)}>
            {words.say("follow.task")} <KeyMark of="record.task" />
          </Button>
        </div>
      </Section>
    </div>
  );
}

/** What a record came from, and the way there; nothing where it came from nothing, or that is gone. */
export function CameFrom({ record, onOpen }: FollowProps) {
  const { words, desk } = useSurface();
  const { relatedTo } = record.fields;
  const id = typeof relatedTo === "string" ? relatedTo : null;
  const view = useQuery(desk.value && id ? { q: "record", desk: desk.value.id, id } : null).value.value;
  const origin = view?.record;
  if (!origin || origin.id !== id || origin.fields.deletedAt) return null;
  const kind = kindOf(origin.kind);
  const title = summarise(origin).title;
  const named = [kind && words.name(kind.label), title].filter(Boolean).join(" · ");
  return (
    <button type="button" class="link small came-from" onClick={() => onOpen(origin.id)}>
      {words.say("follow.from", { title: named })}
    </button>
  );
}
