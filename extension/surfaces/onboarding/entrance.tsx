import { type Signal, useSignal } from "@preact/signals";
import { BackgroundError } from "../../port/client.ts";
import type { InvitePreview } from "../../port/surface.ts";
import { guessDeviceName } from "../state/device-name.ts";
import { wordFailure } from "../state/failures.ts";
import { useSurface } from "../state/surface.tsx";
import { plainMoment } from "../state/times.ts";
import type { Words } from "../state/words.ts";

/** A way onto a desk that is being typed: where it leads is looked up, before anything is joined. */
export interface Entrance {
  readonly preview: Signal<InvitePreview | null>;
  readonly problem: Signal<string | null>;
  readonly device: Signal<string>;
  readonly busy: Signal<boolean>;
  /** @param server beside a paper key that is typed by hand */
  readonly inspect: (text: string, server?: string) => Promise<void>;
  readonly join: (memberName: string) => Promise<void>;
}

/** Nobody who joins has work here yet, and few know who runs the server: whoever invited them is asked. */
const wordEntrance = (words: Words, error: unknown): string =>
  error instanceof BackgroundError && error.code === "unknown-desk"
    ? words.say("failure.inviteNowhere")
    : wordFailure(words, error);

export function useEntrance(): Entrance {
  const { words, background } = useSurface();
  const typed = useSignal<{ readonly link: string; readonly server?: string }>({ link: "" });
  const preview = useSignal<InvitePreview | null>(null);
  const problem = useSignal<string | null>(null);
  const device = useSignal(guessDeviceName(navigator.userAgent));
  const busy = useSignal(false);
  return {
    preview,
    problem,
    device,
    busy,
    async inspect(text, server) {
      const asked = { link: text, ...(server === undefined ? {} : { server }) };
      typed.value = asked;
      preview.value = null;
      problem.value = null;
      if (text.trim() === "" || server === "") return;
      try {
        const found = await background.call({ call: "inspectInvite", ...asked });
        if (typed.peek() === asked) preview.value = found;
      } catch (error) {
        if (typed.peek() === asked) problem.value = wordEntrance(words, error);
      }
    },
    async join(memberName) {
      busy.value = true;
      problem.value = null;
      try {
        await background.call({
          call: "join",
          ...typed.peek(),
          memberName,
          deviceName: device.peek().trim(),
        });
      } catch (error) {
        problem.value = wordEntrance(words, error);
      }
      busy.value = false;
    },
  };
}

/** Where it leads: the desk, its server, who one becomes there, and the digits to compare. */
export function Leads({ to }: { readonly to: InvitePreview }) {
  const { words } = useSurface();
  const { server, deskName, role, use, person, expiresAt, fingerprint } = to;
  const until =
    expiresAt && words.say("onboarding.until", { time: plainMoment(expiresAt, words.formats.value) });
  return (
    <div class="card" role="status">
      <strong>{deskName}</strong>
      <p class="small quiet">
        {[words.say("onboarding.where", { server }), words.say(`role.${role}`), until]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {person !== null && (
        <p>{words.say(use === "recovery" ? "restore.back" : "devices.become", { name: person })}</p>
      )}
      <p class="small">{words.say(use === "member" ? "onboarding.compare" : "restore.compare")}</p>
      <code class="fingerprint">{fingerprint}</code>
    </div>
  );
}
