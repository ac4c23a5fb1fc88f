import type { Engine } from "../engine-type.ts";
import type { Presence } from "./presence.ts";

/** Colleagues are told where this person is as long as that is wanted here, nobody forbids it, and it is not locked. */
export function permitPresence(
  { lock, preferences, onChange }: Pick<Engine, "lock" | "preferences" | "onChange">,
  presence: Presence,
  report: (error: unknown) => void,
): void {
  let turn: Promise<void> = Promise.resolve();
  const look = () => {
    turn = turn
      .then(async () => {
        const [isLocked, { presence: isWanted }] = await Promise.all([lock.isLocked(), preferences.read()]);
        presence.allow(isWanted && !isLocked);
      })
      .catch((error) => {
        // Where it cannot be read what was chosen, nothing is told.
        presence.allow(false);
        report(error);
      });
  };
  // What concerns one desk is how its sync stands, which comes often.
  onChange(({ desk }) => {
    if (desk === null) look();
  });
  look();
}
