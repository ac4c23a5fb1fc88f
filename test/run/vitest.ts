// One project of Vitest in a process of its own, and what came of it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bin, type Ended, run } from "./steps.ts";

/** Vitest runs each file in a process of its own, and many of them start others: what one has compiled, all have. */
const COMPILED = fileURLToPath(new URL("../../node_modules/.cache/node", import.meta.url));

/** What Vitest's JSON reporter writes, as far as it is read here. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** What came of one file of tests. */
export interface FileOutcome {
  readonly file: string;
  readonly passed: number;
  readonly skipped: number;
  /** Its tests that failed, or the file itself where it could not be loaded or a hook failed. */
  readonly failures: readonly { readonly what: string; readonly why: string }[];
}

export interface Outcome {
  readonly ended: Ended;
  readonly files: readonly FileOutcome[];
}

interface Asked {
  readonly project: "unit" | "e2e";
  /** Where the report is written. */
  readonly folder: string;
  /** Where tests write what they need for a moment. */
  readonly temporary: string;
  /** Files, or what else Vitest is told. */
  readonly args: readonly string[];
}

/** Runs the project, shows what it writes, and reads its report; one that writes none has failed as a whole. */
export async function runVitest({ project, folder, temporary, args }: Asked): Promise<Outcome> {
  const path = join(folder, `${project}.json`);
  const ended = await run(
    bin("vitest"),
    [
      ...["run", "--config", "test/vitest.config.ts", "--project", project],
      ...(project === "unit" ? ["--project", "unit-alone"] : []),
      ...["--reporter=default", "--reporter=json", `--outputFile.json=${path}`],
      ...args,
    ],
    { show: true, env: { TMPDIR: temporary, NODE_COMPILE_CACHE: COMPILED } },
  );
  const whole = (why: string): FileOutcome => ({
    file: "",
    passed: 0,
    skipped: 0,
    failures: [{ what: `${project} tests`, why }],
  });
  let report: Report;
  try {
    report = JSON.parse(readFileSync(path, "utf8")) as Report;
  } catch {
    return { ended, files: [whole("They wrote no report.")] };
  }
  const files = report.testResults.map(({ name, message, assertionResults }): FileOutcome => {
    const passed = assertionResults.filter(({ status }) => status === "passed").length;
    const failed = assertionResults.filter(({ status }) => status === "failed");
    const failures = failed.map(({ fullName, failureMessages }) => ({
      what: `${name}: ${fullName}`,
      why: failureMessages[0] ?? "",
    }));
    return {
      file: name,
      passed,
      skipped: assertionResults.length - passed - failed.length,
      failures: failures.length === 0 && message ? [{ what: name, why: message }] : failures,
    };
  });
  const explained = ended.code === 0 || files.some(({ failures }) => failures.length > 0);
  return { ended, files: explained ? files : [...files, whole(`They ended with code ${ended.code}.`)] };
}
