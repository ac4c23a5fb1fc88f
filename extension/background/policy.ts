import * as v from "valibot";
import { LOCALES, type Locale } from "../../shared/records/labels.ts";
import { LOCK_AFTER, type Policy } from "../port/app-state.ts";
import { serverOrigin } from "./sync/server-api.ts";

/** Nobody has decided anything. */
const NO_POLICY: Policy = {
  server: null,
  language: null,
  otherServers: true,
  welcomeTab: true,
  presence: true,
  lockAfter: null,
};

const origin = v.pipe(
  v.string(),
  v.maxLength(300),
  v.check((text) => {
    try {
      return serverOrigin(text) !== "";
    } catch {
      return false;
    }
  }, "is not the address of a server, such as https://desk.example.com"),
  v.transform(serverOrigin),
);

/** The settings of `extension/public/managed-schema.json`, one by one: a mistake in one does not undo the others. */
const SETTINGS = {
  server: origin,
  language: v.picklist(LOCALES) as v.GenericSchema<unknown, Locale>,
  otherServers: v.boolean(),
  welcomeTab: v.boolean(),
  presence: v.boolean(),
  lockAfter: v.picklist(LOCK_AFTER.filter((minutes) => minutes > 0)),
} as const;

/**
 * What the organisation has decided, from `storage.managed`. A setting that cannot be read is left out and reported,
 * so that whoever manages the browsers finds it; unknown ones, perhaps of a later version, are passed over.
 */
export function readPolicy(managed: unknown, report: (error: unknown) => void): Policy {
  if (typeof managed !== "object" || managed === null) return NO_POLICY;
  const given = Object.entries(managed).flatMap(([name, value]) => {
    if (!Object.hasOwn(SETTINGS, name)) return [];
    const read = v.safeParse(SETTINGS[name as keyof typeof SETTINGS], value);
    if (read.success) return [[name, read.output] as const];
    report(new Error(`The managed setting "${name}" ${read.issues[0].message}; it is left out.`));
    return [];
  });
  return { ...NO_POLICY, ...Object.fromEntries(given) };
}

/** What the organisation has decided, read once and again when it is said to have changed. */
export interface PolicySource {
  now(): Promise<Policy>;
  forget(): void;
  /** Whether this browser may speak with a server (an origin). */
  allows(server: string): Promise<boolean>;
}

export function openPolicy(managed: () => Promise<unknown>, report: (error: unknown) => void): PolicySource {
  let known: Promise<Policy> | undefined;
  const now = () => {
    known ??= managed().then((found) => readPolicy(found, report));
    return known;
  };
  return {
    now,
    forget() {
      known = undefined;
    },
    async allows(asked) {
      const { server, otherServers } = await now();
      return otherServers || asked === server;
    },
  };
}
