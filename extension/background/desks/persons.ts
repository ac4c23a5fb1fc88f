import type { Database } from "../storage/database.ts";

/** Whom this device belongs to on each desk: every question about work asks it, and it changes with a desk's roster. */
export interface Persons {
  /** The hex id of that person; this device's own where it is a person's first one; "" on a desk that is not here. */
  on(desk: string): Promise<string>;
  /** A desk, or its roster, is another. */
  changed(): void;
}

/** @param deviceOn this device's id on a desk (hex) */
export function openPersons(db: Database, deviceOn: (desk: string) => Promise<string>): Persons {
  const known = new Map<string, Promise<string>>();
  const read = async (desk: string) => {
    const stored = await db.get("desks", desk);
    return stored ? (stored.person ?? deviceOn(desk)) : "";
  };
  return {
    on(desk) {
      const person = known.get(desk) ?? read(desk);
      known.set(desk, person);
      person.catch(() => known.delete(desk));
      return person;
    },
    changed: () => known.clear(),
  };
}
