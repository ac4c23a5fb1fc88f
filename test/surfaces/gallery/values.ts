import { starterTemplates } from "../../../shared/replies/starter-templates.ts";
import { scenarios } from "../scenarios.ts";

/** What only the gallery's own exhibits say. */
const EXHIBITED = [
  ...["Sample Rail", "Sample rows", "More rows", "parcel", "lost", "王小明"],
  ...Array.from({ length: 12 }, (_, at) => `Sample ${at}`),
];
/** What is read out of the sample's mail and looked up for it: places, their clocks, a flight. */
const READ = ["IST", "RIX", "TK 1757", "Istanbul", "Türkiye Standard Time", "Eastern European Standard Time"];
/** What an invitation looks like, and the desk that the sample one leads to. */
const INVITED = ["web+sidedesk:join?…", "https://sync.example.com", "Board office"];

/** Names that are the same in every language, a currency among them. */
const NAMES = ["Sidedesk", "Gmail", "Outlook", "EUR"];
/** The names of files that are chosen, whatever of them stands in a text of the sample's. */
const FILES = ["Board-office-2026-11-20.sidedesk", ".txt"];

/** What the people of a scenario have written, and the letters that come with Sidedesk: texts of no catalogue. */
export function valuesOf(scenario: string): readonly string[] {
  const found = new Set([...EXHIBITED, ...READ, ...INVITED, ...NAMES, ...FILES]);
  const collect = (value: unknown): void => {
    if (typeof value === "string") {
      // A single small word is the name of a field, a state or a kind, not a value.
      for (const line of value.split("\n")) if (!/^[a-z]*[a-zA-Z]{0,3}$/.test(line)) found.add(line.trim());
    } else if (typeof value === "object" && value !== null) Object.values(value).forEach(collect);
  };
  collect(scenarios[scenario]?.());
  collect(starterTemplates("en"));
  return [...found].filter((text) => text.length > 1);
}
