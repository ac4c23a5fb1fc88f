import { useSignal } from "@preact/signals";
import { Button } from "../components/button.tsx";
import { LinkToPass } from "../components/link-to-pass.tsx";
import { Section } from "../components/section.tsx";
import { DeviceList } from "../desk/device-list.tsx";
import { useSurface } from "../state/surface.tsx";
import { plainMoment } from "../state/times.ts";

/** A person's own browsers on the desk, and a link for one more. */
export function OwnDevices() {
  const { words, desk, me, ask } = useSurface();
  const made = useSignal<{
    readonly link: string;
    readonly expiresAt: string;
    readonly devices: number;
  } | null>(null);
  const current = desk.value;
  const member = me.value;
  if (!current?.server || !member || member.removed) return null;
  const devices = member.devices.length;
  const add = async () => {
    const link = await ask({ call: "addDevice", desk: current.id });
    made.value = link ? { ...link, devices } : null;
  };
  const time = (at: string) => plainMoment(at, words.formats.value);
  return (
    <Section card title={words.say("devices.title")}>
      <p class="small quiet">{words.say("devices.why")}</p>
      <DeviceList desk={current} member={member} decides />
      {current.invites
        .filter(({ own }) => own)
        .map(({ id, expiresAt }) => (
          <div class="person-line" key={id}>
            <span class="grow small quiet">{words.say("devices.link", { time: time(expiresAt) })}</span>
            <Button
              look="plain"
              onPress={() => void ask({ call: "revokeInvite", desk: current.id, invite: id })}
            >
              {words.say("members.withdraw")}
            </Button>
          </div>
        ))}
      {made.value?.devices === devices ? (
        <LinkToPass
          link={made.value.link}
          label={words.say("devices.link", { time: time(made.value.expiresAt) })}
          care={words.say("devices.care")}
        />
      ) : (
        <div class="buttons">
          <Button onPress={() => void add()}>{words.say("devices.add")}</Button>
        </div>
      )}
    </Section>
  );
}
