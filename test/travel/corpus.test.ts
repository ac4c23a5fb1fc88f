import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { mergeReservations } from "../../shared/travel/normalise/merge.ts";
import { readFile } from "../../shared/travel/read-file.ts";
import { normaliseJsonLd } from "../../shared/travel/schema/normalise.ts";
import { airports } from "./airports.ts";

const corpus = new URL("../../../shared/corpus/itinerary/", import.meta.url);
const here = existsSync(new URL("cases/index.json", corpus));

type Case = { suite: string; id: string; type: string; input: string; expected: string; context?: string };
type Counts = { tp: number; fp: number; fn: number };
type Compare = (expected: unknown[], got: unknown[]) => { core: Counts };

const at = (path: string) => new URL(`cases/${path}`, corpus);
const json = (path: string) => JSON.parse(readFileSync(at(path), "utf8")) as unknown[];

/** Reads one case the way that its suite asks for. */
async function run(one: Case): Promise<unknown[]> {
  if (one.suite === "mergedata") {
    const [first] = normaliseJsonLd(json(`${one.id}.lhs.json`));
    const [second] = normaliseJsonLd(json(`${one.id}.rhs.json`));
    return first && second ? [mergeReservations(first, second)] : [];
  }
  const head = one.context && existsSync(at(one.context)) ? readFileSync(at(one.context), "utf8") : "";
  const header = (name: string) => new RegExp(`^${name}: (.+)$`, "m").exec(head)?.[1];
  const usual: Record<string, string> = {
    postprocessordata: "2018-04-02T00:00:00",
    pkpassdata: "2017-12-29T18:46:02",
  };
  return readFile(
    { name: basename(one.input), bytes: readFileSync(at(one.input)) },
    {
      stage: one.suite === "structureddata" ? "raw" : "full",
      airports,
      mailDate: header("Date") ?? usual[one.suite] ?? "2018-01-01T00:00:00",
      from: header("From"),
    },
  );
}

describe.skipIf(!here)("the itinerary cases", () => {
  let cases: Case[] = [];
  let compare: Compare;
  beforeAll(async () => {
    cases = (JSON.parse(readFileSync(at("index.json"), "utf8")) as { cases: Case[] }).cases;
    compare = (
      (await import(pathToFileURL(new URL("score.mjs", corpus).pathname).href)) as { compare: Compare }
    ).compare;
  });

  async function scoreOf(wanted: (one: Case) => boolean): Promise<number> {
    const sum: Counts = { tp: 0, fp: 0, fn: 0 };
    for (const one of cases.filter((item) => wanted(item) && item.expected.endsWith(".json"))) {
      const { core } = compare(json(one.expected), await run(one));
      for (const key of ["tp", "fp", "fn"] as const) sum[key] += core[key];
    }
    return (2 * sum.tp) / (2 * sum.tp + sum.fp + sum.fn || 1);
  }

  it.each([
    ["structureddata", 0.99],
    ["jsonlddata", 0.97],
    ["postprocessordata", 0.97],
    ["mergedata", 0.97],
    ["pkpassdata", 0.97],
  ])("of %s are read to %f", async (suite, figure) => {
    expect(await scoreOf((one) => one.suite === suite)).toBeGreaterThanOrEqual(figure);
  });

  it.each(["eml", "har", "html", "ics", "json-ld", "pdf", "pkpass", "txt", "txt-barcode-or-sms"])(
    "of documents of type %s are read to 0.90",
    async (type) => {
      expect(
        await scoreOf((one) => one.suite === "extractordata" && one.type === type),
      ).toBeGreaterThanOrEqual(0.9);
    },
  );

  it("that cannot be are dropped by the validator", async () => {
    for (const one of cases.filter((item) => item.suite === "validationdata"))
      expect(await run(one)).toEqual([]);
  });
});
