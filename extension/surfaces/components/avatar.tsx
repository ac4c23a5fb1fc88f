import { tintOf } from "./tint.ts";

/** At most two letters for a name: of its first and last word, or the first character of a Chinese one. */
export function initials(name: string): string {
  const words = name.split(/[\s,.@_-]+/u).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toUpperCase();
}

interface AvatarProps {
  readonly name: string;
  readonly big?: boolean;
  /** The name stands beside it already: nothing is said twice. */
  readonly beside?: boolean;
}

/** A person as a round mark, with the name as its title. */
export function Avatar({ name, big, beside }: AvatarProps) {
  return (
    <span
      class={big ? "avatar big" : "avatar"}
      style={{ "--tint": tintOf(name) }}
      {...(beside ? { "aria-hidden": true } : { role: "img", "aria-label": name, title: name })}
      data-initials={initials(name)}
    />
  );
}
