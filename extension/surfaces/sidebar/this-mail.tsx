import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Action, Scalar } from "../../../shared/documents/command.ts";
import type { KindDefinition } from "../../../shared/records/define.ts";
import { kindOf } from "../../../shared/records/kinds.ts";
import { task } from "../../../shared/records/task.ts";
import { maxLength } from "../../../shared/records/value.ts";
import { threadRef } from "../../port/thread-ref.ts";
import { Button } from "../components/button.tsx";
import { RecordList, useRows } from "../components/record-list.tsx";
import { Section } from "../components/section.tsx";
import { askOnce } from "../state/ask-once.ts";
import { idFor } from "../state/ids.ts";
import { later } from "../state/later.tsx";
import { oneAtATime, within } from "../state/one-at-a-time.ts";
import { useShowing } from "../state/presence.ts";
import { useQuery } from "../state/query.ts";
import { useSurface } from "../state/surface.tsx";
import { type Correspondent, cutTo, isAnswering, openMessage, peopleOn, writerOf } from "./mail.ts";
import { ReadTicket } from "./read-ticket.tsx";
import { Reply } from "./reply.tsx";
import { useSettling } from "./settling.ts";
import { attachedTicket } from "./tickets.ts";
import { Writer } from "./writer.tsx";

/** The longest that a task's first line may be. */
const SUMMARY = maxLength(task.fields.summary);

/** How long a record that was asked for waits for what the desk knows of the caller, in ms: then it is made without. */
const KNOWN_WITHIN_MS = 1_000;

const same = (one: Correspondent, other: Correspondent) =>
  one.email === other.email && one.name === other.name;

/** Read when a mail is open, or none is: the sidebar itself does not wait for it. */
const Booking = later(async () => (await import("./booking.tsx")).Booking);
const NoMail = later(async () => (await import("./no-mail.tsx")).NoMail);

interface ThisMailProps {
  readonly onOpen: (id: string, desk?: string) => void;
  readonly onQueue: () => void;
}

/** The mail that is open in this tab: who wrote, what can be booked from it, the reply, and the records that belong to it. */
export function ThisMail({ onOpen, onQueue }: ThisMailProps) {
  const { words, act, now, me, rights, desk, background } = useSurface();
  const mail = useQuery({ q: "mail" }).value;
  const offering = useSignal(false);
  const chosen = useSignal<(Correspondent & { readonly thread: string | null }) | null>(null);
  const report = mail.value ?? null;
  const thread = threadRef(report);
  const files = useFiles(thread);
  useShowing(thread);
  const writer = writerOf(report);
  const adding = useRef(oneAtATime()).current;
  const people = peopleOn(report);
  const shown = people.find((each) => chosen.value?.thread === thread && same(each, chosen.value)) ?? writer;
  const message = openMessage(report);
  const readable = Boolean(message?.text) || files.list.length > 0;
  // A mail that the page names by no id is told from another by where it stands: a letter begun for one is not for both.
  const opened = thread ?? `${report?.thread?.url ?? ""} ${report?.thread?.subject ?? ""}`;
  const above = useSettling(opened, [
    ...(shown ? ["writer"] : []),
    ...(readable ? ["booking"] : []),
    "reply",
  ]);
  if (mail.value === undefined) return <div aria-busy="true" />;
  const add = async (name: string, fields: () => Promise<Readonly<Record<string, Scalar>>>) => {
    const kind = kindOf(name);
    if (kind) await adding(`${name} ${opened}`, async () => make(kind, await fields()));
  };
  const make = async (kind: KindDefinition, fields: Readonly<Record<string, Scalar>>) => {
    const record = idFor(kind, now.value);
    const action: Action = {
      do: "create",
      record,
      kind: kind.kind,
      fields: { ...fields, ...(thread ? { thread } : {}) },
    };
    if (await act([action], words.say("capture.saved"))) onOpen(record);
  };
  const at = new Date(now.value).toISOString();
  /** Whom the mail is from, with what the desk knows of them: nobody types a number that is there. */
  const caller = async (): Promise<Readonly<Record<string, Scalar>>> => {
    if (!shown || !desk.value) return {};
    const { name, email } = shown;
    const asked = { q: "person" as const, desk: desk.value.id, name, ...(email ? { email } : {}) };
    const person = await within(KNOWN_WITHIN_MS, askOnce(background, asked));
    // Somebody of the same name may be somebody else.
    const { tel, org } = (!person?.byName && person?.contact?.fields) || {};
    return { caller: name, ...(tel ? { phone: tel } : {}), ...(org ? { organization: org } : {}) };
  };
  const { write } = rights.value;
  const additions = write && (
    <div class="buttons tight">
      <Button
        look="plain"
        onPress={() =>
          void add("task", async () => ({
            summary: cutTo(report?.thread?.subject ?? words.say("mail.newTask"), SUMMARY),
          }))
        }
      >
        {words.say("mail.addTask")}
      </Button>
      <Button
        look="plain"
        onPress={() => void add("call", async () => ({ ...(await caller()), startedAt: at }))}
      >
        {words.say("mail.logCall")}
      </Button>
      <Button
        look="plain"
        onPress={() =>
          void add("message", async () => ({
            ...(await caller()),
            ...(shown?.email ? { email: shown.email } : {}),
            takenAt: at,
            ...(me.value ? { takenBy: me.value.id } : {}),
          }))
        }
      >
        {words.say("mail.takeMessage")}
      </Button>
    </div>
  );
  if (!report?.thread)
    return (
      <div class="mail">
        <ReadTicket attached={null} onFiles={files.add} />
        {files.list.length > 0 && (
          <Booking
            text=""
            from={null}
            subject={null}
            date={null}
            thread={null}
            files={files.list}
            offering={offering}
            onSettled={() => {}}
            onOpen={onOpen}
          />
        )}
        <NoMail report={report} onOpen={onOpen} onQueue={onQueue}>
          {additions}
        </NoMail>
      </div>
    );
  // Where a person gives the file themselves, they wait for what comes of it.
  const late = above.isLate("booking") && files.list.length === 0;
  const booking = readable && (
    <Booking
      // In its other place it is another: one that has drawn nothing yet would be drawn where it was.
      key={`booking ${opened} ${late}`}
      text={message?.text ?? ""}
      from={message?.from?.email ?? null}
      subject={report.thread.subject}
      date={message?.date ?? null}
      thread={thread}
      files={files.list}
      offering={offering}
      onSettled={() => above.settled("booking")}
      onOpen={onOpen}
    />
  );
  return (
    <div class="mail">
      {shown && (
        <Writer
          key={`writer ${opened}`}
          name={shown.name}
          email={shown.email}
          thread={thread}
          onOpen={onOpen}
          others={people.filter((each) => !same(each, shown))}
          onSettled={() => above.settled("writer")}
          onChoose={(other) => {
            chosen.value = { ...other, thread };
          }}
        />
      )}
      <ReadTicket
        attached={attachedTicket(message?.attachments.map(({ name }) => name) ?? [])}
        onFiles={files.add}
      />
      {!late && booking}
      <div key="rest" class={above.open ? "mail-rest" : "mail-rest waiting"}>
        <Reply
          key={`reply ${opened}`}
          thread={thread}
          threadId={report.thread.threadId}
          subject={report.thread.subject}
          to={writer}
          composing={isAnswering(report)}
          quiet={offering.value}
          onSettled={() => above.settled("reply")}
        />
        <Section title={words.say("mail.records")}>
          {thread ? (
            <OnThread thread={thread} onOpen={onOpen} />
          ) : (
            <p class="quiet small">{words.say("mail.noThreadId")}</p>
          )}
          {additions}
        </Section>
      </div>
      {late && booking}
    </div>
  );
}

const NO_FILES: readonly File[] = [];

/** The files that were given to the open mail; another mail begins without. */
function useFiles(thread: string | null) {
  const given = useSignal({ thread, list: NO_FILES });
  const list = given.value.thread === thread ? given.value.list : NO_FILES;
  return {
    list,
    add: (files: readonly File[]) => {
      given.value = { thread, list: [...list, ...files].slice(-MOST_FILES) };
    },
  };
}

/** As many are read together; the oldest goes. */
const MOST_FILES = 8;

function OnThread({ thread, onOpen }: { readonly thread: string; readonly onOpen: (id: string) => void }) {
  const { words } = useSurface();
  const { rows, asked } = useRows({ thread, order: "due" });
  // The reply stands above, in whole.
  const others = rows.filter(({ kind }) => kind !== "reply");
  if (asked && others.length === 0) return <p class="quiet small">{words.say("mail.noRecords")}</p>;
  return (
    <div class="card flush">
      <RecordList
        label={words.say("mail.records")}
        rows={others}
        total={others.length}
        ticks
        showKind
        onOpen={(row) => onOpen(row.id)}
      />
    </div>
  );
}
