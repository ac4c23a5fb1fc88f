import { afterAll, beforeAll, describe } from "vitest";
import { openPostgresLog } from "../../sync-server/postgres/log.ts";
import { describeLog } from "./log.acceptance.ts";
import { lackOfPostgres, PostgresUnderTest } from "./postgres-under-test.ts";

describe.skipIf(lackOfPostgres())(`with PostgreSQL ${lackOfPostgres() ?? ""}`, () => {
  let postgres: PostgresUnderTest;
  beforeAll(async () => {
    postgres = await PostgresUnderTest.begin("fsync=off");
  }, 120_000);
  afterAll(() => postgres.remove(), 60_000);

  describeLog("PostgreSQL", () => {
    let url: string | undefined;
    return {
      open: async (settings) => {
        url ??= await postgres.database();
        const fault = (error: Error) => {
          throw error;
        };
        return (await openPostgresLog({ url, fault, ...settings })).log;
      },
      remove: async () => undefined,
    };
  });
});
