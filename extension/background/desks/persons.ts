import type { Database } from "../storage/database.ts";

/** Whom this device belongs to on each desk: every question about work asks it, and it changes with a desk's roster. */
export interface Persons {
  /** The hex id of that person; this device's own (`me`) where it is a person's first one. */
  on(desk: string): Promise<string>;
  /** A desk, or its roster, is another. */
  changed(): void;
}

export function openPersons(db: Database, me: string): Persons {
  const known = new Map<string, Promise<string>>();
  return {
    on(desk) {
      const person = known.get(desk) ?? db.get("desks", desk).then((stored) => stored?.person ?? me);
      known.set(desk, person);
      person.catch(() => known.delete(desk));
      return person;
    },
    changed: () => known.clear(),
  };
}
