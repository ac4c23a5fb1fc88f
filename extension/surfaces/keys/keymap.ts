import type { PlainKey } from "../../locales/catalogue.ts";
import type { Chord } from "./chord.ts";

/** Where keys work: the page of the whole desk, the sidebar and side panel, the popup, the options. */
export type Place = "desk" | "sidebar" | "popup" | "options";

interface KeyEntry {
  /** What it is for: the headings of the help. */
  readonly group: "lists" | "record" | "desk" | "reply" | "capture" | "palette" | "anywhere";
  readonly in: readonly Place[];
  /** Any one of them. */
  readonly keys: readonly Chord[];
  readonly says: PlainKey;
  /** Works while a person types in a field as well. */
  readonly typing?: true;
  /** Goes on while the key is held down: it moves. Anything else is done once a press. */
  readonly held?: true;
  /** An action that the palette offers too. */
  readonly action?: true;
  /** The right without which it does nothing, and is not spoken of. */
  readonly needs?: "write" | "decide" | "comment";
}

/**
 * Every key of Sidedesk's own pages. Handlers, the help (`?`), the marks on buttons and the palette all read it, so
 * what is said of a key is what it does. The browser's own commands are in the manifest.
 */
const KEYS = {
  "palette.open": {
    group: "anywhere",
    in: ["desk", "sidebar", "options"],
    keys: ["Mod+k"],
    says: "keys.palette",
    typing: true,
  },
  "help.open": {
    group: "anywhere",
    in: ["desk", "sidebar", "popup", "options"],
    keys: ["?", "Mod+/"],
    says: "keys.help",
    typing: true,
    action: true,
  },
  undo: {
    group: "anywhere",
    in: ["desk", "sidebar", "popup", "options"],
    keys: ["z"],
    says: "keys.undo",
    action: true,
  },
  "lock.now": {
    group: "anywhere",
    in: ["desk", "sidebar", "popup", "options"],
    keys: ["Mod+Shift+l"],
    says: "keys.lock",
    typing: true,
    action: true,
  },
  back: { group: "anywhere", in: ["desk", "sidebar"], keys: ["Escape"], says: "keys.back", typing: true },

  "row.next": {
    group: "lists",
    in: ["desk", "sidebar"],
    keys: ["j", "ArrowDown"],
    says: "keys.next",
    held: true,
  },
  "row.previous": {
    group: "lists",
    in: ["desk", "sidebar"],
    keys: ["k", "ArrowUp"],
    says: "keys.previous",
    held: true,
  },
  "row.first": { group: "lists", in: ["desk", "sidebar"], keys: ["Home"], says: "keys.first" },
  "row.last": { group: "lists", in: ["desk", "sidebar"], keys: ["End"], says: "keys.last" },
  "row.open": { group: "lists", in: ["desk", "sidebar"], keys: ["Enter"], says: "keys.open" },
  "list.search": { group: "lists", in: ["desk"], keys: ["/"], says: "keys.search", action: true },
  // As the browser's own key does, but all of the list rather than what of it is drawn.
  "list.print": {
    group: "lists",
    in: ["desk"],
    keys: ["Mod+p"],
    says: "keys.print",
    typing: true,
    action: true,
  },
  "list.new": { group: "lists", in: ["desk"], keys: ["n"], says: "keys.new", needs: "write" },

  "record.claim": {
    group: "record",
    in: ["desk", "sidebar"],
    keys: ["c"],
    says: "keys.claim",
    needs: "write",
  },
  "record.assign": {
    group: "record",
    in: ["desk", "sidebar"],
    keys: ["h"],
    says: "keys.assign",
    needs: "write",
  },
  "record.done": {
    group: "record",
    in: ["desk", "sidebar"],
    keys: ["e"],
    says: "keys.done",
    needs: "decide",
  },
  "record.status": {
    group: "record",
    in: ["desk", "sidebar"],
    keys: ["s"],
    says: "keys.status",
    needs: "decide",
  },
  "record.due": { group: "record", in: ["desk", "sidebar"], keys: ["d"], says: "keys.due", needs: "write" },
  "record.call": { group: "record", in: ["desk", "sidebar"], keys: ["b"], says: "keys.call" },
  "record.task": {
    group: "record",
    in: ["desk", "sidebar"],
    keys: ["f"],
    says: "keys.followUp",
    needs: "write",
  },
  "record.message": {
    group: "record",
    in: ["desk", "sidebar"],
    keys: ["m"],
    says: "keys.passOn",
    needs: "write",
  },

  "booking.take": {
    group: "reply",
    in: ["sidebar"],
    keys: ["a"],
    says: "keys.booking",
    action: true,
    needs: "write",
  },
  "reply.write": {
    group: "reply",
    in: ["sidebar"],
    keys: ["r"],
    says: "keys.reply",
    action: true,
    needs: "comment",
  },
  "reply.insert": {
    group: "reply",
    in: ["sidebar"],
    keys: ["Mod+Enter"],
    says: "keys.insert",
    typing: true,
    action: true,
    needs: "decide",
  },

  "capture.line": {
    group: "capture",
    in: ["sidebar"],
    keys: ["Alt+n"],
    says: "keys.line",
    typing: true,
    action: true,
    needs: "write",
  },
  "capture.save": {
    group: "capture",
    in: ["popup", "sidebar", "desk"],
    keys: ["Enter"],
    says: "keys.save",
    typing: true,
    needs: "write",
  },
  "capture.kind": {
    group: "capture",
    in: ["popup", "sidebar"],
    keys: ["Alt+1", "Alt+2", "Alt+3"],
    says: "keys.kind",
    typing: true,
    needs: "write",
  },
  "capture.aside": {
    group: "capture",
    in: ["popup", "sidebar"],
    keys: ["Alt+0"],
    says: "keys.aside",
    typing: true,
    needs: "write",
  },
  "capture.again": {
    group: "capture",
    in: ["popup", "sidebar"],
    keys: ["ArrowUp"],
    says: "keys.again",
    typing: true,
    needs: "write",
  },
  "capture.text": {
    group: "capture",
    in: ["popup"],
    keys: ["ArrowDown"],
    says: "keys.text",
    typing: true,
    needs: "write",
  },
  "capture.fields": {
    group: "capture",
    in: ["popup"],
    keys: ["Tab"],
    says: "keys.fields",
    typing: true,
    needs: "write",
  },

  "palette.next": {
    group: "palette",
    in: ["desk", "sidebar", "options"],
    keys: ["ArrowDown"],
    says: "keys.next",
    typing: true,
  },
  "palette.previous": {
    group: "palette",
    in: ["desk", "sidebar", "options"],
    keys: ["ArrowUp"],
    says: "keys.previous",
    typing: true,
  },
  "palette.run": {
    group: "palette",
    in: ["desk", "sidebar", "options"],
    keys: ["Enter"],
    says: "keys.run",
    typing: true,
  },
} as const satisfies Record<string, KeyEntry>;

export type KeyId = keyof typeof KEYS;
export const KEYMAP: Readonly<Record<KeyId, KeyEntry>> = KEYS;
export const KEY_IDS = Object.keys(KEYS) as readonly KeyId[];

/** The groups in the order of the help, with their headings. */
export const KEY_GROUPS = [
  ["anywhere", "keys.inAll"],
  ["lists", "keys.inLists"],
  ["record", "keys.inRecord"],
  ["reply", "keys.inReply"],
  ["capture", "keys.inCapture"],
  ["palette", "keys.inPalette"],
] as const;

/** The browser's own commands, by their names in the manifest. */
export const BROWSER_KEYS = [
  ["_execute_action", "keys.capture"],
  ["toggle-sidebar", "keys.sidebar"],
  ["next-due", "keys.nextDue"],
  ["claim", "keys.claimHere"],
  ["open-desk", "keys.desk"],
  ["lock", "keys.lock"],
] as const satisfies readonly (readonly [string, PlainKey])[];
