/**
 * The tables in PostgreSQL. Every one of a desk has the desk's id first in its key, and every statement names one desk,
 * so that a distributed PostgreSQL keeps a desk's rows together (Citus: create_distributed_table(…, 'desk');
 * YugabyteDB does it by the primary key). `server` holds what all processes share, and nothing of a desk.
 */
import type { Database } from "./database.ts";
import { codeOf } from "./database.ts";

/** Each migration takes the schema one version up. Never edit one that shipped. */
const MIGRATIONS: readonly (readonly string[])[] = [
  [
    `CREATE TABLE sidedesk.desks (
       desk bytea PRIMARY KEY,
       head bigint NOT NULL,
       roster_head bytea NOT NULL,
       roster_length integer NOT NULL,
       bytes bigint NOT NULL
     )`,
    `CREATE TABLE sidedesk.roster (
       desk bytea NOT NULL,
       position integer NOT NULL,
       entry bytea NOT NULL,
       PRIMARY KEY (desk, position)
     )`,
    `CREATE TABLE sidedesk.envelopes (
       desk bytea NOT NULL,
       seq bigint NOT NULL,
       at bigint NOT NULL,
       device bytea NOT NULL,
       counter bigint NOT NULL,
       hash bytea NOT NULL,
       envelope bytea NOT NULL,
       PRIMARY KEY (desk, seq),
       UNIQUE (desk, device, counter)
     )`,
    // Ciphertext does not compress: trying to costs time.
    "ALTER TABLE sidedesk.envelopes ALTER COLUMN envelope SET STORAGE EXTERNAL",
    `CREATE TABLE sidedesk.chains (
       desk bytea NOT NULL,
       device bytea NOT NULL,
       counter bigint NOT NULL,
       hash bytea NOT NULL,
       PRIMARY KEY (desk, device)
     )`,
    `CREATE TABLE sidedesk.spent (
       desk bytea NOT NULL,
       mark bytea NOT NULL,
       until bigint NOT NULL,
       PRIMARY KEY (desk, mark)
     )`,
  ],
  [
    "ALTER TABLE sidedesk.desks ADD COLUMN pruned bigint NOT NULL DEFAULT 0",
    `CREATE TABLE sidedesk.bases (
       desk bytea NOT NULL,
       hash bytea NOT NULL,
       covers bigint NOT NULL,
       manifest bytea NOT NULL,
       confirmation bytea NOT NULL,
       confirmed_at bigint NOT NULL,
       PRIMARY KEY (desk, hash)
     )`,
    `CREATE TABLE sidedesk.parts (
       desk bytea NOT NULL,
       hash bytea NOT NULL,
       base bytea NOT NULL,
       part bytea NOT NULL,
       PRIMARY KEY (desk, hash)
     )`,
    "ALTER TABLE sidedesk.parts ALTER COLUMN part SET STORAGE EXTERNAL",
  ],
];

/** What another process that starts at the same moment makes a statement fail with: it was there first. */
const THERE_ALREADY = new Set(["23505", "42710", "42P06", "42P07", "40001", "40P01"]);
const ATTEMPTS = 20;

/**
 * Brings the database to the latest schema, one migration a transaction, however many processes start at once. Rejects
 * for a database of a later Sidedesk.
 */
export async function migrate(database: Database): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await migrateOnce(database);
    } catch (error) {
      if (attempt === ATTEMPTS || !THERE_ALREADY.has(codeOf(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * 20));
    }
  }
}

async function migrateOnce(database: Database): Promise<void> {
  await database.ask("CREATE SCHEMA IF NOT EXISTS sidedesk");
  await database.ask(
    "CREATE TABLE IF NOT EXISTS sidedesk.server (name text PRIMARY KEY, number bigint, value bytea)",
  );
  await database.ask(
    "INSERT INTO sidedesk.server (name, number) VALUES ('schema', 0) ON CONFLICT DO NOTHING",
  );
  for (;;) {
    const done = await database.transaction(async (ask) => {
      const sql = "SELECT number FROM sidedesk.server WHERE name = 'schema' FOR UPDATE";
      const { rows } = await ask<{ number: string }>(sql);
      const version = Number(rows[0]?.number);
      if (version > MIGRATIONS.length)
        throw new Error(
          `The data was written by a later version of Sidedesk (schema ${version}). Update the server.`,
        );
      const next = MIGRATIONS[version];
      if (!next) return { commit: false, answer: true };
      for (const statement of next) await ask(statement);
      await ask("UPDATE sidedesk.server SET number = number + 1 WHERE name = 'schema'");
      return { commit: true, answer: false };
    });
    if (done) return;
  }
}
