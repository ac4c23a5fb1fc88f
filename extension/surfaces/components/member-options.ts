import type { Scalar } from "../../../shared/documents/command.ts";
import type { Member } from "../../port/surface.ts";
import type { Words } from "../state/words.ts";
import type { Option } from "./combobox.tsx";

/** The members who can be chosen: all but those who left, unless one of them is `chosen` still. */
export const memberOptions = (words: Words, members: readonly Member[], chosen: Scalar): readonly Option[] =>
  members
    .filter(({ id, removed }) => !removed || id === chosen)
    .map(({ id, name, me }) => ({ value: id, label: me ? words.say("member.me", { name }) : name }));
