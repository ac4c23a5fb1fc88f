import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes longest, so that no processor is left with it alone at the end. */
const LONG = [
  "simulation/simulation",
  "sync-server/processes",
  "sync-server/siege",
  "sync-server/durability",
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
