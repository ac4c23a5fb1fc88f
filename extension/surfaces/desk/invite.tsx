import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { LinkToPass } from "../components/link-to-pass.tsx";
import { RoleEnd } from "../components/role-end.tsx";
import { useSurface } from "../state/surface.tsx";
import { plainMoment } from "../state/times.ts";

const ROLES = ["assistant", "principal", "viewer", "owner"] as const;

/** Invites a colleague: a role, then a link to copy that works once and for a while. */
export function Invite() {
  const { words, desk, me, ask } = useSurface();
  const id = useId();
  const role = useSignal<(typeof ROLES)[number]>("assistant");
  const until = useSignal<string | null>(null);
  const made = useSignal<{
    readonly link: string;
    readonly expiresAt: string;
    readonly members: number;
  } | null>(null);
  if (!desk.value) return null;
  if (me.value?.role !== "owner") return <p class="small quiet">{words.say("invite.byOwner")}</p>;
  const members = desk.value.members.length;
  if (!desk.value.server) return <p class="small quiet">{words.say("invite.needsServer")}</p>;
  const deskId = desk.value.id;
  const invite = async () => {
    const invitation = await ask({
      call: "invite",
      desk: deskId,
      role: role.value,
      ...(until.value !== null && role.value !== "owner" ? { until: until.value } : {}),
    });
    made.value = invitation ? { ...invitation, members } : null;
  };
  return (
    <div class="stack">
      <div class="buttons">
        <label class="unseen" for={id}>
          {words.say("invite.role")}
        </label>
        <select
          class="input narrow"
          id={id}
          value={role.value}
          onChange={(event) => {
            role.value = ROLES.find((each) => each === event.currentTarget.value) ?? "assistant";
            made.value = null;
          }}
        >
          {ROLES.map((each) => (
            <option key={each} value={each} selected={each === role.value}>
              {words.say(`role.${each}`)}
            </option>
          ))}
        </select>
        {role.value !== "owner" && (
          <RoleEnd
            label={words.say("ends.label")}
            until={until.value}
            set={(end) => {
              until.value = end;
              made.value = null;
            }}
          />
        )}
        <Button onPress={() => void invite()}>{words.say("invite.make")}</Button>
      </div>
      <p class="small quiet">{words.say(`role.${role.value}Can`)}</p>
      {made.value && made.value.members === members && (
        <LinkToPass
          link={made.value.link}
          label={words.say("invite.link", { time: plainMoment(made.value.expiresAt, words.formats.value) })}
          care={words.say("invite.care")}
        />
      )}
    </div>
  );
}
