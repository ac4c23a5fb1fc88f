import { signal } from "@preact/signals";
import type { Surface } from "./surface.tsx";

interface Rules {
  groupPhone(e164: string): string;
  readTypedPhone(typed: string, languages: readonly string[]): string;
}

/** Until they are there, and without them, a number is shown as it is stored and stored as it is typed. */
const rules = signal<Rules | null>(null);
let asked = false;
function load(): Rules | null {
  if (!asked) {
    asked = true;
    import("./phone-rules.ts").then(
      ({ groupPhone, readTypedPhone }) => {
        rules.value = { groupPhone, readTypedPhone };
      },
      () => {},
    );
  }
  return rules.value;
}

/** A stored number (RFC 3966) as a person reads it, its extension named: "+371 26 123 456 ext. 45". */
export function sayPhone(stored: string, words: Surface["words"]): string {
  const [number = "", extension] = stored.split(";ext=");
  const grouped = number.startsWith("+") ? (load()?.groupPhone(number) ?? number) : number;
  return extension ? words.say("phone.extension", { number: grouped, extension }) : grouped;
}

/** What was typed for a number as it is stored: E.164 with RFC 3966's extension. */
export function readPhone(typed: string, { languages, words }: Pick<Surface, "languages" | "words">): string {
  return load()?.readTypedPhone(typed, [...languages, words.locale.peek()]) ?? typed.trim();
}
