import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes longest, so that no processor is left with it alone at the end. */
const LONG = [
  "simulation/simulation",
  "sync-server/processes",
  "travel/hostile",
  "protocol/frames",
  "sync-server/siege",
  "sync-server/durability",
  "e2e/everyone",
  "e2e/webmail",
  "e2e/hostile-mail",
  "e2e/killed",
  "e2e/surfaces",
  "e2e/trouble",
  "e2e/firefox",
  "e2e/roles",
  "e2e/offline",
  "e2e/together",
  "e2e/palette",
  "e2e/demo",
  "e2e/device-trouble",
  "e2e/keyboard",
  "e2e/welcome",
  "e2e/options",
  "e2e/messages",
  "e2e/firefox-gestures",
  "e2e/browser",
  "e2e/firefox-messages",
];

const place = ({ moduleId }: TestSpecification): number => {
  const found = LONG.findIndex((name) => moduleId.endsWith(`${name}.test.ts`));
  return found < 0 ? LONG.length : found;
};

/** The order in which files are tested: the long ones, then as Vitest would have it. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}
