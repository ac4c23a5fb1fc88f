import { useEffect, useRef } from "preact/hooks";
import { call } from "../../../shared/records/call.ts";
import { contact } from "../../../shared/records/contact.ts";
import { Avatar } from "../components/avatar.tsx";
import { Button } from "../components/button.tsx";
import { Empty } from "../components/empty.tsx";
import { RecordList, useRows } from "../components/record-list.tsx";
import { Section } from "../components/section.tsx";
import { idFor } from "../state/ids.ts";
import { sayPhone } from "../state/phone.ts";
import { useQuery } from "../state/query.ts";
import { useSurface } from "../state/surface.tsx";

interface PersonProps {
  readonly person: string;
  readonly onRecord: (id: string) => void;
  readonly onClose: () => void;
}

/** A link that writes to an address and says nothing else (RFC 6068): `?bcc=…` in one is a part of its name. */
const mailtoOf = (email: string) => `mailto:${encodeURIComponent(email).replace("%40", "@")}`;

/** One person outside the desk: how to reach them, what is open with them, and everything that was. */
export function Person({ person: key, onRecord, onClose }: PersonProps) {
  const { words, desk, act, now, rights } = useSurface();
  const answer = useQuery(desk.value && { q: "people" as const, desk: desk.value.id, key }).value.value;
  const open = useRows({ person: key, open: true, order: "due" });
  const all = useRows({ person: key, open: false, order: "at" });
  const heading = useRef<HTMLHeadingElement>(null);
  const person = answer?.people[0];
  const shown = person !== undefined;
  useEffect(() => {
    const focused = document.activeElement;
    if (shown && (!focused || focused === document.body || !focused.checkVisibility()))
      heading.current?.focus();
  }, [shown, key]);
  if (!answer) return <div class="detail" aria-busy="true" />;
  const back = (
    <Button look="icon" label={words.say("back")} onPress={onClose}>
      <span class="arrow-back">←</span>
      <span class="cross">×</span>
    </Button>
  );
  if (!person)
    return (
      <div class="detail">
        {back}
        <Empty title={words.say("people.gone")} />
      </div>
    );
  const name = person.name || person.reach[0] || "";
  const phone = person.reach.find((each) => each.startsWith("+"));
  const email = person.reach.find((each) => each.includes("@"));
  const make = async (kind: typeof call | typeof contact, fields: Record<string, string>) => {
    const record = idFor(kind, now.peek());
    const filled = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));
    if (await act([{ do: "create", record, kind: kind.kind, fields: filled }], words.say("list.created")))
      onRecord(record);
  };
  return (
    <article class="detail" aria-label={name}>
      <header class="detail-head">
        {back}
        <Avatar name={name} beside big />
        <div class="detail-title">
          <h2 tabIndex={-1} ref={heading}>
            {name}
          </h2>
          <p class="facts small quiet">
            {person.organization && <span>{person.organization}</span>}
            {person.reach.map((each) => (
              <a key={each} href={each.startsWith("+") ? `tel:${each}` : mailtoOf(each)}>
                {each.startsWith("+") ? sayPhone(each, words) : each}
              </a>
            ))}
          </p>
        </div>
      </header>
      {(rights.value.write || person.contact) && (
        <div class="detail-actions buttons">
          {rights.value.write && (
            <Button
              look="filled"
              onPress={() =>
                void make(call, {
                  caller: person.name,
                  phone: phone ?? "",
                  organization: person.organization,
                  startedAt: new Date(now.peek()).toISOString(),
                })
              }
            >
              {words.say("mail.logCall")}
            </Button>
          )}
          {person.contact ? (
            <Button onPress={() => person.contact && onRecord(person.contact)}>
              {words.say("people.contact")}
            </Button>
          ) : (
            <Button
              onPress={() =>
                void make(contact, {
                  fn: person.name,
                  tel: phone ?? "",
                  email: email ?? "",
                  org: person.organization,
                })
              }
            >
              {words.say("people.keep")}
            </Button>
          )}
        </div>
      )}
      <div class="detail-body stack">
        {open.rows.length > 0 && (
          <Section title={words.say("people.openTitle")}>
            <RecordList
              label={words.say("people.openTitle")}
              showKind
              of={person}
              {...open}
              onOpen={(row) => onRecord(row.id)}
            />
          </Section>
        )}
        <Section title={words.say("people.past")}>
          {all.asked && all.rows.length === 0 ? (
            <p class="quiet">{words.say("people.nothing")}</p>
          ) : (
            <RecordList
              label={words.say("people.past")}
              showKind
              says="happened"
              of={person}
              {...all}
              onOpen={(row) => onRecord(row.id)}
            />
          )}
        </Section>
      </div>
    </article>
  );
}
