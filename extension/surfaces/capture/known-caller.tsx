import { useEffect, useState } from "preact/hooks";
import { Avatar } from "../components/avatar.tsx";
import { Chip } from "../components/chip.tsx";
import { useQuery } from "../state/query.ts";
import { useSurface } from "../state/surface.tsx";
import { sayDue } from "../state/times.ts";
import type { Capture } from "./capture.ts";
import { sayCalls } from "./say-calls.ts";

const ASK_AFTER_MS = 150;

/** Who is calling, when the desk knows them: earlier calls, and what is still open. */
export function KnownCaller({ capture }: { readonly capture: Capture }) {
  const { words, desk, now } = useSurface();
  const { phone, email, caller } = capture.fields.value;
  const typed = JSON.stringify({ phone, email, name: caller });
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), ASK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const asked = JSON.parse(settled) as { phone?: string; email?: string; name?: string };
  const something = Boolean(asked.phone || asked.email || asked.name);
  const person = useQuery(desk.value && something ? { q: "person", desk: desk.value.id, ...asked } : null)
    .value.value;
  if (!something || !person || (!person.contact && person.calls === 0)) return null;
  const locale = words.formats.value;
  const name = String(person.contact?.fields.fn ?? person.lastCall?.title ?? asked.name ?? asked.phone ?? "");
  const open = person.open[0];
  return (
    <aside class="card known" aria-label={words.say("caller.known")}>
      <Avatar name={name} beside />
      <div>
        <p>
          <strong>{name}</strong>
          {person.byName && (
            <>
              {" "}
              <Chip tone="attention" title={words.say("caller.byNameWhy")}>
                {words.say("caller.byName")} ?
              </Chip>
            </>
          )}
          <span class="quiet">
            {" · "}
            {sayCalls(person, now.value, words)}
          </span>
        </p>
        {open && (
          <p class="quiet">
            {words.say("caller.open", { title: open.title === name ? open.under || open.title : open.title })}
            {open.due && ` · ${sayDue(open.due, now.value, locale, true).text}`}
          </p>
        )}
      </div>
    </aside>
  );
}
