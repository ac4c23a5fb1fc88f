import { wordProblem } from "../state/problems.ts";
import { useSurface } from "../state/surface.tsx";
import { plainMoment } from "../state/times.ts";
import type { Words } from "../state/words.ts";
import { Banner } from "./banner.tsx";
import { Button } from "./button.tsx";

const HELP = {
  again: { call: "syncNow", say: "sync.again" },
  anew: { call: "syncAnew", say: "sync.anew" },
  renew: { call: "rotate", say: "members.renew" },
} as const;

/** What keeps this desk from its colleagues, if a person must know of it, and the one thing that may help. */
export function SyncProblemBanner() {
  const { words, desk, ask, rights } = useSurface();
  const current = desk.value;
  if (!current) return null;
  const { problem, unsent } = current.sync;
  // Of one's several devices this one alone may be off the desk.
  const ended = rights.value.ended ?? (problem?.code === "not-a-member" ? "removed" : null);
  if (ended !== null) return <Ended ended={ended} unsent={unsent} />;
  const said = wordProblem(words, current.sync, current.members);
  if (!said) return null;
  const help = said.help && HELP[said.help];
  return (
    <Banner
      tone={said.isCalm ? "attention" : "urgent"}
      action={
        help && (
          <Button onPress={() => void ask({ call: help.call, desk: current.id })}>
            {words.say(help.say)}
          </Button>
        )
      }
    >
      {said.text} {said.waits && <strong>{said.waits}</strong>}
    </Banner>
  );
}

/** That this person's or this device's time on the desk is over, and what may be done with what is left here. */
function Ended({ ended, unsent }: { readonly ended: string; readonly unsent: number }) {
  const { words } = useSurface();
  return (
    <Banner
      tone="urgent"
      action={
        <a class="button" href="/options.html#data" target="_blank" rel="noreferrer">
          {words.say("removed.what")}
        </a>
      }
    >
      {sayEnd(words, ended)} {unsent > 0 && <strong>{words.say("removed.unsent", { n: unsent })}</strong>}
    </Banner>
  );
}

/** Everything else that a sync may say follows from it. */
const sayEnd = (words: Words, ended: string) =>
  ended === "removed"
    ? words.say("problem.removed")
    : words.say("role.ended", { time: plainMoment(ended, words.formats.value) });
