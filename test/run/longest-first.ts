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
  "e2e/looks",
  "e2e/webmail",
  "e2e/hostile-mail",
  "e2e/killed",
  "e2e/surfaces",
  "e2e/offline",
  "e2e/firefox",
  "e2e/roles",
  "e2e/trouble",
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
