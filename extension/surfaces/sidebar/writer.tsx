import { useLayoutEffect } from "preact/hooks";
import { sayCalls } from "../capture/say-calls.ts";
import { Avatar } from "../components/avatar.tsx";
import { Chip } from "../components/chip.tsx";
import { Colleagues } from "../components/colleagues.tsx";
import { sayPhone } from "../state/phone.ts";
import { useHere } from "../state/presence.ts";
import { useQuery } from "../state/query.ts";
import { useSurface } from "../state/surface.tsx";
import { sayPast } from "../state/times.ts";
import type { Correspondent } from "./mail.ts";

interface WriterProps extends Correspondent {
  /** The mail's, as records name it; colleagues may have it open too. */
  readonly thread: string | null;
  readonly onOpen: (id: string) => void;
  /** Who else is on the mail. */
  readonly others: readonly Correspondent[];
  /** Called when what the desk knows of them is there. */
  readonly onSettled: () => void;
  /** Shows another of them instead. */
  readonly onChoose: (other: Correspondent) => void;
}

/** Who wrote, or whom of the others a person has chosen: what the desk knows of them, their calls, what is open with them. */
export function Writer({ name, email, thread, onOpen, others, onSettled, onChoose }: WriterProps) {
  const { words, desk, now } = useSurface();
  const here = useHere(thread);
  const person = useQuery(
    desk.value && { q: "person", desk: desk.value.id, name, ...(email ? { email } : {}) },
  ).value.value;
  const known = person !== undefined;
  useLayoutEffect(() => {
    if (known) onSettled();
  }, [known]);
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
      <p class="writer-past small quiet">
        {/* Its place is there before it is known: what stands below does not jump. */}
        <span>
          {!person
            ? "\u00a0"
            : person.calls > 0
              ? sayCalls(person, now.value, words)
              : words.say("mail.firstTime")}
        </span>
        <Colleagues key={thread} here={here} marks />
      </p>
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
      {others.length > 0 && <Others others={others} onChoose={onChoose} />}
    </section>
  );
}

const SHOWN = 4;

/** Who else is on the mail; of many, the rest stand behind their number. */
function Others({ others, onChoose }: Pick<WriterProps, "others" | "onChoose">) {
  const { words } = useSurface();
  const list = (some: readonly Correspondent[]) => (
    <ul class="others">
      {some.map((other) => (
        <li key={other.email ?? other.name}>
          <button
            type="button"
            class="link"
            title={other.email ?? other.name}
            onClick={() => onChoose(other)}
          >
            {other.name || other.email}
          </button>
        </li>
      ))}
    </ul>
  );
  const rest = others.slice(SHOWN);
  return (
    <div class="small" data-key="others">
      <span class="quiet">{words.say("mail.others")}</span>
      {list(others.slice(0, SHOWN))}
      {rest.length > 0 && (
        <details>
          <summary>{words.say("mail.moreOthers", { n: rest.length })}</summary>
          {list(rest)}
        </details>
      )}
    </div>
  );
}
