import { type Look, readLook, writeLook } from "../port/look.ts";
import type { AppState } from "../port/surface.ts";
import { ExpectedError } from "./expected-error.ts";
import type { PolicySource } from "./policy.ts";
import type { Database } from "./storage/database.ts";

/** Where the look is kept: a webmail page reads it too, before it shows the sidebar's frame. */
export interface LookStore {
  get(): Promise<unknown>;
  set(written: string): Promise<void>;
}

/** What a person has chosen for this browser, and what her organisation has chosen for her. */
export interface Preferences {
  read(): Promise<Pick<AppState, "locale" | "singleKeys" | "look" | "presence" | "policy">>;
  /** Throws `policy` where the organisation has chosen. */
  setLocale(locale: string | null): Promise<void>;
  /** Whether keys without Ctrl or Alt work. */
  setSingleKeys(on: boolean): Promise<void>;
  setLook(look: Look): Promise<void>;
  /** Whether colleagues see what is open here. Throws `policy` where the organisation does not let them. */
  setPresence(on: boolean): Promise<void>;
}

/** @param changed called when something here is different */
export function openPreferences(
  db: Database,
  look: LookStore,
  policy: PolicySource,
  changed: () => void,
): Preferences {
  return {
    async read() {
      const [decided, locale, singleKeys, presence, chosen] = await Promise.all([
        policy.now(),
        db.get("settings", "locale"),
        db.get("settings", "singleKeys"),
        db.get("settings", "presence"),
        look.get(),
      ]);
      return {
        locale: decided.language ?? locale?.value ?? null,
        singleKeys: singleKeys?.value !== "off",
        look: readLook(chosen),
        presence: decided.presence && presence?.value !== "off",
        policy: decided,
      };
    },
    async setLocale(locale) {
      if ((await policy.now()).language)
        throw new ExpectedError("policy", "The organisation has chosen the language.");
      await db.put("settings", { key: "locale", value: locale });
      changed();
    },
    async setSingleKeys(on) {
      await db.put("settings", { key: "singleKeys", value: on ? null : "off" });
      changed();
    },
    async setPresence(on) {
      if (!(await policy.now()).presence)
        throw new ExpectedError("policy", "The organisation has decided that colleagues do not see it.");
      await db.put("settings", { key: "presence", value: on ? null : "off" });
      changed();
    },
    async setLook(chosen) {
      await look.set(writeLook(chosen));
      changed();
    },
  };
}
