import { useSignal } from "@preact/signals";
import type { DeskInfo, Member } from "../../port/surface.ts";
import { Button } from "../components/button.tsx";
import { Chip } from "../components/chip.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Person } from "../components/person.tsx";
import { RoleEnd } from "../components/role-end.tsx";
import { useSurface } from "../state/surface.tsx";
import { plainMoment, sayDue } from "../state/times.ts";
import { DeviceList } from "./device-list.tsx";

const ROLES = ["owner", "assistant", "principal", "viewer"] as const;

/** Who is on the desk, and for an owner what can be decided about it: roles, leaving, open invitations, the key. */
export function Members() {
  const { words, desk, ask, toasts } = useSurface();
  const leaving = useSignal<Member | null>(null);
  const current = desk.value;
  if (!current) return null;
  const decides = current.server !== null && current.members.some(({ me, role }) => me && role === "owner");
  const renew = async () => {
    if ((await ask({ call: "rotate", desk: current.id })) !== undefined)
      toasts.show({ text: words.say("members.renewed") });
  };
  return (
    <>
      <ul class="stack">
        {current.members.map((member) => (
          <li class="person-line member" key={member.id}>
            <span class="grow">
              <Person member={member} />
              {decides && !member.me && <OthersDevices desk={current} member={member} />}
              {member.until && !member.removed && !(decides && !member.me) && (
                <span class="small quiet block">
                  {words.say("members.until", { time: plainMoment(member.until, words.formats.value) })}
                </span>
              )}
            </span>
            {decides && !member.me && !member.removed ? (
              <>
                <span class="member-role">
                  <RoleChoice member={member} deskId={current.id} />
                  {member.role !== "owner" && <EndChoice member={member} deskId={current.id} />}
                </span>
                <Button
                  look="plain"
                  danger
                  label={words.say("members.removeName", { name: member.name })}
                  onPress={() => (leaving.value = member)}
                >
                  {words.say("members.remove")}
                </Button>
              </>
            ) : (
              <Chip>{member.removed ? words.say("member.removed") : words.say(`role.${member.role}`)}</Chip>
            )}
          </li>
        ))}
      </ul>
      {decides && current.invites.some(({ own }) => !own) && <OpenInvites />}
      {current.keyOwed && <p class="small quiet">{words.say("members.keyOwed")}</p>}
      {decides && (
        <div class="buttons">
          <Button look="plain" onPress={() => void renew()}>
            {words.say("members.renew")}
          </Button>
        </div>
      )}
      {leaving.value && (
        <Leaving member={leaving.value} deskId={current.id} onClose={() => (leaving.value = null)} />
      )}
    </>
  );
}

/** A colleague's several devices: an owner may take a single one off. */
function OthersDevices({ desk, member }: { readonly desk: DeskInfo; readonly member: Member }) {
  const { words } = useSurface();
  const there = member.devices.filter(({ removed }) => !removed);
  if (there.length < 2) return null;
  return (
    <details>
      <summary class="small">{words.say("devices.count", { n: there.length })}</summary>
      <DeviceList desk={desk} member={member} decides />
    </details>
  );
}

interface Decision {
  readonly member: Member;
  readonly deskId: string;
}

function RoleChoice({ member, deskId }: Decision) {
  const { words, ask } = useSurface();
  const choose = (chosen: string) => {
    const role = ROLES.find((each) => each === chosen);
    const until = role === "owner" ? null : member.until;
    if (role) void ask({ call: "changeRole", desk: deskId, member: member.id, role, until });
  };
  return (
    <select
      class="input narrow"
      aria-label={words.say("members.role", { name: member.name })}
      value={member.role}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {ROLES.map((each) => (
        <option key={each} value={each} selected={each === member.role}>
          {words.say(`role.${each}`)}
        </option>
      ))}
    </select>
  );
}

function EndChoice({ member: { id, name, role, until }, deskId }: Decision) {
  const { words, ask } = useSurface();
  return (
    <RoleEnd
      label={words.say("ends.of", { name })}
      until={until}
      set={(end) => void ask({ call: "changeRole", desk: deskId, member: id, role, until: end })}
    />
  );
}

function OpenInvites() {
  const { words, desk, ask, now } = useSurface();
  const current = desk.value;
  if (!current) return null;
  return (
    <>
      <h3 class="small quiet">{words.say("members.invites")}</h3>
      <ul class="stack">
        {current.invites.map(({ id, role, own, until, expiresAt }) => {
          if (own) return null;
          const roleName = words.say(`role.${role}`);
          return (
            <li class="person-line" key={id}>
              <span class="grow">
                {until
                  ? words.say("ends.roleUntil", {
                      role: roleName,
                      time: sayDue(until, now.value, words.formats.value).text,
                    })
                  : roleName}
                <span class="small quiet block">
                  {words.say("members.inviteUntil", { time: plainMoment(expiresAt, words.formats.value) })}
                </span>
              </span>
              <Button
                look="plain"
                label={words.say("members.withdrawIt", { role: roleName })}
                onPress={() => void ask({ call: "revokeInvite", desk: current.id, invite: id })}
              >
                {words.say("members.withdraw")}
              </Button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Leaving({ member, deskId, onClose }: Decision & { readonly onClose: () => void }) {
  const { words, ask } = useSurface();
  return (
    <Dialog title={words.say("members.removeTitle", { name: member.name })} onClose={onClose}>
      <p>{words.say("members.removeWhat")}</p>
      <form method="dialog" class="buttons">
        <Button
          submit
          danger
          onPress={() => void ask({ call: "removeMember", desk: deskId, member: member.id })}
        >
          {words.say("members.remove")}
        </Button>
        <Button submit>{words.say("cancel")}</Button>
      </form>
    </Dialog>
  );
}
