/** Remembers something for as long as the browser runs, and not in the profile. */
export interface ActorMark {
  get(): Promise<unknown>;
  set(desks: readonly string[]): Promise<void>;
}

/**
 * Has each desk written by a new actor when the browser was started since it last wrote there. A profile can be an
 * older copy of itself (a computer that was set back to its backup), and what it writes before it has met the server
 * would bear numbers that its colleagues know as something else's: it would be lost to them for good.
 * @param mark where it is kept what this run of the browser writes; every desk as it is where that is absent
 * @param renew makes the device another actor on a desk, durably
 */
export function openActors(
  mark: ActorMark | undefined,
  renew: (desk: string) => Promise<void>,
): { ready(desk: string): Promise<void> } {
  let known: Promise<ReadonlySet<unknown>> | undefined;
  const read = async () => {
    const kept = await mark?.get();
    return new Set<unknown>(Array.isArray(kept) ? kept : []);
  };
  return {
    async ready(desk) {
      if (!mark) return;
      known ??= read();
      const desks = await known;
      if (desks.has(desk)) return;
      await renew(desk);
      const now = new Set(desks).add(desk);
      await mark.set([...now].map(String));
      known = Promise.resolve(now);
    },
  };
}
