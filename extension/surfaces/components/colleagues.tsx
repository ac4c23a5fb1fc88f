import { useRef } from "preact/hooks";
import { foremost, type Here } from "../state/presence.ts";
import { useSurface } from "../state/surface.tsx";
import type { Words } from "../state/words.ts";
import { Avatar } from "./avatar.tsx";

interface ColleaguesProps {
  readonly here: readonly Here[];
  /** There is no room for words: they are the marks' name. */
  readonly marks?: boolean;
}

/**
 * Who else is here, in one line that moves nothing when it comes or goes: who writes, else who has it open. That
 * somebody begins to write is said to who cannot see it, once for each; what else they do is there to be read.
 */
export function Colleagues({ here, marks }: ColleaguesProps) {
  const { words } = useSurface();
  const announced = useRef({ names: new Set<string>(), writers: [] as readonly Here[] });
  const writers = here.filter(({ writing }) => writing);
  const shown = foremost(here);
  const text = sayHere(shown, words);
  const { names } = announced.current;
  if (writers.some(({ member }) => !names.has(member.id))) announced.current.writers = writers;
  for (const { member } of writers) names.add(member.id);
  return (
    <>
      {shown.length > 0 && (
        <span
          class={["colleagues", writers.length > 0 && "writing", marks && "marks"].filter(Boolean).join(" ")}
          title={text}
          {...(marks ? { role: "img", "aria-label": text } : {})}
        >
          {shown.slice(0, MARKS).map(({ member }) => (
            <Avatar key={member.id} name={member.name} beside />
          ))}
          {!marks && <span class="colleagues-said small">{text}</span>}
        </span>
      )}
      <span class="unseen" role="status">
        {sayHere(announced.current.writers, words)}
      </span>
    </>
  );
}

/** So many stand as marks; the text names all. */
const MARKS = 3;

/** Who is here, as a sentence; empty for nobody. */
export function sayHere(here: readonly Here[], words: Words): string {
  if (here.length === 0) return "";
  const names = words.list(here.map(({ member }) => member.name));
  const isWriting = here.every(({ writing }) => writing);
  return words.say(isWriting ? "presence.writing" : "presence.open", { n: here.length, names });
}
