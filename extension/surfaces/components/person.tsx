import type { Member } from "../../port/surface.ts";
import { useSurface } from "../state/surface.tsx";
import { Avatar } from "./avatar.tsx";

/** A member of the desk: the mark, the name, and whether it is this device's own. */
export function Person({ member }: { readonly member: Pick<Member, "name" | "me"> }) {
  const { words } = useSurface();
  return (
    <span class="person">
      <Avatar name={member.name} beside />
      <span>{member.me ? words.say("member.me", { name: member.name }) : member.name}</span>
    </span>
  );
}
