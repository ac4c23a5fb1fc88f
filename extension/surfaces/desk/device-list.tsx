import { useSignal } from "@preact/signals";
import type { DeskInfo, Device, Member } from "../../port/surface.ts";
import { Button } from "../components/button.tsx";
import { Chip } from "../components/chip.tsx";
import { Dialog } from "../components/dialog.tsx";
import { useSurface } from "../state/surface.tsx";
import { plainMoment } from "../state/times.ts";
import type { Words } from "../state/words.ts";

interface DeviceListProps {
  readonly desk: DeskInfo;
  readonly member: Member;
  /** Whether the person at the screen may take these devices off the desk. */
  readonly decides: boolean;
}

/** What a device is called; one that was given no name is a browser. */
export const deviceName = (words: Words, { name }: Pick<Device, "name">): string =>
  name || words.say("devices.unnamed");

/** A person's devices on the desk, each with its name, and how a lost one is taken off. */
export function DeviceList({ desk, member, decides }: DeviceListProps) {
  const { words } = useSurface();
  const leaving = useSignal<Device | null>(null);
  const there = member.devices.filter(({ removed }) => !removed);
  return (
    <>
      <ul class="stack">
        {there.map((device) => {
          const name = deviceName(words, device);
          return (
            <li class="person-line" key={device.id}>
              <span class="grow">
                {name} {device.me && <Chip>{words.say("devices.this")}</Chip>}
                <span class="small quiet block">
                  {words.say("devices.since", { time: plainMoment(device.joinedAt, words.formats.value) })}
                </span>
              </span>
              {decides && !device.me && (
                <Button
                  look="plain"
                  danger
                  label={words.say("members.removeName", { name })}
                  onPress={() => (leaving.value = device)}
                >
                  {words.say("members.remove")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {leaving.value && <Leaving desk={desk} device={leaving.value} onClose={() => (leaving.value = null)} />}
    </>
  );
}

interface LeavingProps {
  readonly desk: DeskInfo;
  readonly device: Device;
  readonly onClose: () => void;
}

function Leaving({ desk, device, onClose }: LeavingProps) {
  const { words, ask } = useSurface();
  const title = words.say("devices.removeTitle", { device: deviceName(words, device) });
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{words.say("devices.removeWhat")}</p>
      {desk.paperKey?.madeBy === device.id && <p>{words.say("devices.removePaper")}</p>}
      <form method="dialog" class="buttons">
        <Button
          submit
          danger
          onPress={() => void ask({ call: "removeDevice", desk: desk.id, device: device.id })}
        >
          {words.say("members.remove")}
        </Button>
        <Button submit>{words.say("cancel")}</Button>
      </form>
    </Dialog>
  );
}
