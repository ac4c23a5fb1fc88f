import { useSurface } from "../state/surface.tsx";
import { plainMoment } from "../state/times.ts";

/** What a person may do here who may not do everything, and until when: in a line, where what they may not do would stand. */
export function RoleNote() {
  const { words, me, rights } = useSurface();
  const role = me.value?.role;
  const until = me.value?.until;
  // Whose time is over is told by a banner.
  if (!role || rights.value.ended !== null) return null;
  const said = [
    role === "principal" && words.say("role.youDecide"),
    role === "viewer" && words.say("role.youRead"),
    until && words.say("role.youUntil", { time: plainMoment(until, words.formats.value) }),
  ].filter(Boolean);
  // Chinese sentences stand without a space between them.
  const space = words.locale.value === "zh-CN" ? "" : " ";
  return said.length > 0 ? <p class="role-note small quiet">{said.join(space)}</p> : null;
}
