import { useEffect, useRef } from "preact/hooks";
import type { Scalar } from "../../../shared/documents/command.ts";
import { limitOf } from "../../../shared/documents/spending.ts";
import { classLabel, mayAppear } from "../../../shared/records/classification.ts";
import { formFields } from "../../../shared/records/form.ts";
import { kindOf } from "../../../shared/records/kinds.ts";
import { summarise } from "../../../shared/records/summarise.ts";
import { Banner } from "../components/banner.tsx";
import { Button } from "../components/button.tsx";
import { Chip } from "../components/chip.tsx";
import { Colleagues } from "../components/colleagues.tsx";
import { ConflictCard } from "../components/conflict.tsx";
import { Empty } from "../components/empty.tsx";
import { Failed } from "../components/failed.tsx";
import { History } from "../components/history.tsx";
import { Principal, usePrincipals } from "../components/principal.tsx";
import { ProseField, SAID_TO_NOBODY } from "../components/prose-field.tsx";
import { Section } from "../components/section.tsx";
import { Status } from "../components/status.tsx";
import { sayLapsed, saySpending, sayYours } from "../delegation/delegations.ts";
import { isFresh } from "../state/make-new.ts";
import { useHere, useShowing } from "../state/presence.ts";
import { useQuery } from "../state/query.ts";
import { useSurface } from "../state/surface.tsx";
import { sayDue } from "../state/times.ts";
import { Assign } from "./assign.tsx";
import { CameFrom, WhatFollows } from "./follow.tsx";
import { Form } from "./form.tsx";
import { Items } from "./items.tsx";
import { StateActions } from "./state-actions.tsx";

interface DetailProps {
  readonly id: string;
  readonly onClose: () => void;
  /** Opens another record in the place of this one. */
  readonly onOpen: (record: string) => void;
}

/**
 * One record, whole: what must be decided first, then its fields, texts and lists, and its history: under them, or
 * beside them where there is room. All of it follows from its kind.
 */
export function RecordDetail({ id, onClose, onOpen }: DetailProps) {
  const { words, desk, act, now, rights } = useSurface();
  const principals = usePrincipals();
  const answer = useQuery(desk.value && { q: "record", desk: desk.value.id, id }).value;
  const view = answer.value;
  useQuery({ q: "viewing", record: id });
  const typed = useShowing(id);
  const here = useHere(id);
  const heading = useRef<HTMLHeadingElement>(null);
  const article = useRef<HTMLElement>(null);
  const shown = view?.record.id === id;
  useEffect(() => {
    // What opened it may have gone to make room for it: the focus must not be lost with it.
    const focused = document.activeElement;
    const first = shown && isFresh(id) && article.current?.querySelector<HTMLElement>(".form .input");
    if (first) first.focus();
    else if (shown && (!focused || focused === document.body || !focused.checkVisibility()))
      heading.current?.focus();
  }, [shown, id]);
  if (answer.error) return <Failed error={answer.error} />;
  if (view === undefined || (view !== null && view.record.id !== id))
    return <div class="detail" aria-busy="true" />;
  const kind = view && kindOf(view.record.kind);
  const back = (
    <Button look="icon" label={words.say("back")} onPress={onClose}>
      <span class="arrow-back">←</span>
      <span class="cross">×</span>
    </Button>
  );
  if (!view || !kind)
    return (
      <div class="detail">
        {back}
        <Empty title={words.say(view ? "record.unknownKind" : "record.gone")} />
      </div>
    );
  const { record, history, acting, lapsed, spending, inName } = view;
  const summary = summarise(record);
  const beyond = acting && saySpending(spending, limitOf(acting), words);
  const decided = inName[0];
  const principal = principals.find((each) => each.id === summary.principal);
  const fields = formFields(kind);
  const marked = classLabel(summary.classification);
  const due = summary.due && summary.open ? sayDue(summary.due, now.value, words.formats.value, true) : null;
  const set = (field: string, value: Scalar) => void act([{ do: "set", record: id, field, value }]);
  return (
    <article
      class="detail"
      ref={article}
      data-record={id}
      data-desk={desk.value?.id}
      onInput={typed}
      aria-label={summary.title || words.name(kind.label)}
      {...(mayAppear(summary.classification) ? {} : SAID_TO_NOBODY)}
    >
      <header class="detail-head">
        {back}
        <div class="detail-title">
          <h2 tabIndex={-1} ref={heading}>
            {summary.title || words.name(kind.label)}
          </h2>
          <p class="facts small quiet">
            <span>{words.name(kind.label)}</span>
            {principal && <Principal principal={principal} />}
            <Status kind={kind.kind} status={summary.status} />
            {due && (
              <Chip tone={due.tone} title={due.full}>
                {due.text}
              </Chip>
            )}
            {marked && <Chip tone="attention">{words.name(marked)}</Chip>}
            {decided?.spending?.state === "over" && (
              <Chip tone="attention">{words.say("delegation.overLimit")}</Chip>
            )}
            {summary.urgent && <Chip tone="urgent">{words.say("row.urgent")}</Chip>}
            <Colleagues key={id} here={here} />
          </p>
          <CameFrom record={record} onOpen={onOpen} />
        </div>
      </header>
      {principal && (acting || lapsed) && (
        <div class="detail-notes">
          <p class="small quiet" role="note">
            {acting && sayYours(acting, principal.name, now.value, words)}
            {lapsed && sayLapsed(lapsed, principal.name, now.value, words)}
          </p>
          {beyond && <Banner boxed>{beyond}</Banner>}
        </div>
      )}
      <div class="detail-actions buttons">
        <StateActions record={record} kind={kind} />
        {fields.some(({ name }) => name === "assignee") && (
          <Assign record={id} assignee={String(record.fields.assignee ?? "")} />
        )}
        {rights.value.write && (
          <Button
            look="plain"
            danger
            onPress={() =>
              void act(
                [{ do: "set", record: id, field: "deletedAt", value: new Date(now.value).toISOString() }],
                words.say("record.deleted"),
              ).then((deleted) => deleted && onClose())
            }
          >
            {words.say("record.delete")}
          </Button>
        )}
      </div>
      <div class="detail-body stack">
        {record.conflicts.map((conflict) => (
          <ConflictCard
            key={conflict.field}
            record={id}
            kind={kind}
            conflict={conflict}
            principals={principals}
          />
        ))}
        <Form
          identity={id}
          fields={fields.filter(
            ({ name, type }) => name !== "assignee" && type !== "prose" && type !== "json",
          )}
          values={record.fields}
          all={summary.title === ""}
          onSet={set}
        />
        {fields
          .filter(({ type }) => type === "prose")
          .map((field) => (
            <ProseField key={`${id}/${field.name}`} record={record} field={field} />
          ))}
        {Object.entries(kind.lists ?? {}).map(([name, list]) => (
          <Items key={name} record={record} name={name} list={list} principals={principals} />
        ))}
        <WhatFollows record={record} onOpen={onOpen} />
      </div>
      {history.length > 0 && (
        <div class="detail-history">
          <Section title={words.say("history.title")}>
            <History record={record} kind={kind} entries={history} principals={principals} inName={inName} />
          </Section>
        </div>
      )}
    </article>
  );
}
