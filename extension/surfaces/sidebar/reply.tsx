import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Action } from "../../../shared/documents/command.ts";
import { formFields } from "../../../shared/records/form.ts";
import { reply as replyKind } from "../../../shared/records/reply.ts";
import { maxLength } from "../../../shared/records/value.ts";
import { placeToWrite } from "../../../shared/replies/place-to-write.ts";
import { replySubject } from "../../../shared/replies/subject.ts";
import { gapsIn } from "../../../shared/replies/variable-names.ts";
import type { InsertOutcome } from "../../port/surface.ts";
import { Banner } from "../components/banner.tsx";
import { Button } from "../components/button.tsx";
import { Colleagues } from "../components/colleagues.tsx";
import { ProseField } from "../components/prose-field.tsx";
import { useRows } from "../components/record-list.tsx";
import { Section } from "../components/section.tsx";
import { Status } from "../components/status.tsx";
import { KeyMark } from "../keys/marks.tsx";
import { useKeys } from "../keys/use-keys.ts";
import { StateActions } from "../record/state-actions.tsx";
import { idFor } from "../state/ids.ts";
import { useHere, useShowing } from "../state/presence.ts";
import { useQuery } from "../state/query.ts";
import { useSurface } from "../state/surface.tsx";
import { cutTo } from "./mail.ts";
import { TemplateChoice } from "./template-choice.tsx";

interface ReplyProps {
  readonly thread: string | null;
  /** The provider's own id of the thread, where the page says it for sure. */
  readonly threadId: string | null;
  readonly subject: string | null;
  readonly to: { readonly name: string; readonly email: string | null } | null;
  /** A box that answers this mail is open. */
  readonly composing: boolean;
  /** Another part of the view has the filled button. */
  readonly quiet: boolean;
  /** Called when it is known whether there is one. */
  readonly onSettled: () => void;
}

const body = formFields(replyKind).find(({ name }) => name === "body");

/**
 * The reply to the open mail: begun from a template or from nothing, written together, put into the mail by a person.
 * For another mail it is another: what is begun or put in here is never that one's.
 */
export function Reply({ thread, threadId, subject, to, composing, quiet, onSettled }: ReplyProps) {
  const { words, desk, act, now, ask, rights } = useSurface();
  const outcome = useSignal<InsertOutcome | null>(null);
  const inserting = useSignal(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const write = useSignal(false);
  const { rows, settled } = useRows(
    thread ? { kinds: ["reply"], thread, open: true, order: "updated" } : null,
  );
  const started = useSignal<string | null>(null);
  const beginning = useRef(false);
  const ids = settled ? rows.map((row) => row.id) : [];
  // Of several the one that was written in last, and then no other: a colleague's letter does not take the place of the
  // one that is being written.
  const held = useRef<string | null>(null);
  const id = ids.find((each) => each === held.current) ?? ids[0] ?? started.value;
  held.current = id;
  const view = useQuery(desk.value && id ? { q: "record", desk: desk.value.id, id } : null).value.value;
  const known = settled && (id === null || view !== undefined);
  useLayoutEffect(() => {
    if (known) onSettled();
  }, [known]);
  useEffect(() => {
    outcome.value = null;
  }, [id]);
  useEffect(() => {
    // The box that it went into opens with the same press: that it is there stays said until the box is gone.
    if (!composing || !outcome.peek()?.ok) outcome.value = null;
  }, [composing]);
  const begin = async (text: {
    readonly subject: string;
    readonly body: string;
    readonly template: string | null;
    readonly principal: string | null;
  }) => {
    // Pressed twice, it is begun once.
    if (beginning.current) return;
    const record = idFor(replyKind, now.value);
    const create: Action = {
      do: "create",
      record,
      kind: "reply",
      fields: {
        subject: cutTo(
          text.subject || (subject ? replySubject(subject) : ""),
          maxLength(replyKind.fields.subject),
        ),
        body: text.body,
        ...(to ? { to: to.email ? `${to.name} <${to.email}>` : to.name } : {}),
        ...(text.template ? { template: text.template } : {}),
        ...(text.principal ? { principal: text.principal } : {}),
        ...(thread ? { thread } : {}),
      },
    };
    beginning.current = true;
    const begun = await act([create], words.say("reply.begun"));
    if (!begun) {
      beginning.current = false;
      return;
    }
    started.value = record;
    write.value = true;
  };
  // Taken back, it is written in no longer: it would be in no list.
  const record = view?.record.id === id && !view?.record.fields.deletedAt ? view?.record : undefined;
  const typed = useShowing(record?.id ?? null);
  const writers = useHere(record?.id ?? null).filter(({ writing }) => writing);
  const status = String(record?.fields.status ?? replyKind.initial);
  const insert = async () => {
    if (!record || inserting.peek()) return;
    inserting.value = true;
    const result = await ask({
      call: "insertDraft",
      body: area.current?.value ?? String(record.fields.body ?? ""),
      mayOpenReply: true,
      ...(threadId ? { threadId } : {}),
      ...(record.fields.subject ? { subject: String(record.fields.subject) } : {}),
    });
    inserting.value = false;
    outcome.value = result ?? null;
    const state = replyKind.states[status as keyof typeof replyKind.states];
    if (result?.ok && state && (state.next as readonly string[]).includes("inserted"))
      await act([{ do: "set", record: record.id, field: "status", value: "inserted" }]);
  };
  const insertable = Boolean(record?.fields.body) && !inserting.value;
  useKeys({
    "reply.write": () => {
      const first = area.current ?? place.current?.querySelector<HTMLElement>("button");
      first?.focus();
      return first !== undefined && first !== null;
    },
    "reply.insert": () => (insertable ? insert() : false),
  });
  // There, or taken back: another one may be begun.
  useEffect(
    () => () => {
      beginning.current = false;
    },
    [record?.id],
  );
  useEffect(() => {
    // Begun just now: what was pressed for it is gone, and writing goes on in the text.
    if (!record || !write.peek()) return;
    write.value = false;
    const letter = area.current;
    if (!letter) return;
    const [from, to] = placeToWrite(letter.value);
    letter.focus();
    letter.setSelectionRange(from, to);
  }, [record?.id]);
  const { write: mayBegin, decide } = rights.value;
  if ((!record || !body) && (!mayBegin || !known)) return null;
  if (!record || !body)
    return (
      <Section card title={words.say("reply.title")}>
        <div class="stack" ref={place}>
          <TemplateChoice to={to} subject={subject} onBegin={(text) => void begin(text)} />
        </div>
      </Section>
    );
  const result = outcome.value;
  const gaps = gapsIn(String(record.fields.body ?? ""));
  return (
    <Section
      card
      title={words.say("reply.title")}
      aside={
        <>
          <Colleagues key={record.id} here={writers} />
          {writers.length === 0 && <Status kind="reply" status={status} />}
        </>
      }
    >
      <div onInput={typed}>
        <ProseField
          key={record.id}
          record={record}
          field={body}
          unlabelled
          rows={5}
          placeholder={words.say("reply.hint")}
          shown={area}
        />
      </div>
      {result && (
        <Banner boxed {...(result.ok ? {} : { tone: "urgent" as const })}>
          {words.say(
            result.ok
              ? "insert.done"
              : // With no box open it is the page's reply buttons of which several could be meant.
                result.reason === "ambiguous" && !composing
                ? "insert.which"
                : `insert.${result.reason}`,
          )}
        </Banner>
      )}
      {!result && gaps.length > 0 && (
        <Banner boxed>
          {words.say("reply.gaps", { names: gaps.map((name) => `[${name}]`).join(", ") })}
        </Banner>
      )}
      {decide && (
        <>
          {!result && (
            <p class="small quiet">{words.say(composing ? "insert.intoBox" : "insert.opensReply")}</p>
          )}
          <div class="buttons">
            <Button
              {...(quiet || result?.ok || gaps.length > 0 ? {} : { look: "filled" as const })}
              disabled={!insertable}
              // The second press of a double click would put it there twice.
              onPress={({ detail }) => detail < 2 && void insert()}
            >
              {words.say("reply.insert")} <KeyMark of="reply.insert" />
            </Button>
          </div>
          <details>
            <summary>{words.say("reply.status")}</summary>
            <StateActions record={record} kind={replyKind} plain />
          </details>
        </>
      )}
    </Section>
  );
}
