import { Avatar } from "../components/avatar.tsx";
import { Chip } from "../components/chip.tsx";
import { sayPhone } from "../state/phone.ts";
import { useQuery } from "../state/query.ts";
import { useSurface } from "../state/surface.tsx";
import { sayPast } from "../state/times.ts";

interface WriterProps {
  readonly name: string;
  readonly email: string | null;
  readonly onOpen: (id: string) => void;
}

/** Who wrote: what the desk knows of them, their calls, and what is open with them. */
export function Writer({ name, email, onOpen }: WriterProps) {
  const { words, desk, now } = useSurface();
  const person = useQuery(
    desk.value && { q: "person", desk: desk.value.id, name, ...(email ? { email } : {}) },
  ).value.value;
  const contact = person?.contact?.fields;
  const shown = String(contact?.fn ?? (name || email || ""));
  const about = [contact?.org, contact?.title].filter(Boolean).join(" · ") || email;
  const tel = typeof contact?.tel === "string" ? contact.tel : null;
  return (
    <section class="card" aria-label={words.say("mail.writer")}>
      <div class="writer">
        <Avatar name={shown} big beside />
        <div class="writer-name">
          <strong>{shown}</strong>
          {person?.byName && (
            <Chip tone="attention" title={words.say("caller.byNameWhy")}>
              {words.say("caller.byName")} ?
            </Chip>
          )}
          {about && <span class="quiet small">{about}</span>}
        </div>
        {tel && (
          <a class="button" href={`tel:${tel}`} title={sayPhone(tel, words)}>
            {words.say("mail.call")}
          </a>
        )}
      </div>
      {person && (
        <p class="small quiet">
          {person.calls > 0
            ? `${words.say("caller.calls", { n: person.calls })}${person.lastCall ? `, ${words.say("caller.last", { time: sayPast(person.lastCall.createdAt, now.value, words.formats.value) })}` : ""}`
            : words.say("mail.firstTime")}
        </p>
      )}
      {person && person.open.length > 0 && (
        <ul class="matters">
          {person.open.slice(0, 3).map((row) => (
            <li key={row.id}>
              <button type="button" class="link" onClick={() => onOpen(row.id)}>
                {row.title === shown ? row.under || row.title : row.title}
              </button>
              {row.due && <span class="small quiet">{sayPast(row.due, now.value, words.formats.value)}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
