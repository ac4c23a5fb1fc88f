import type { DatabaseSync } from "node:sqlite";

/** Each migration takes the schema one version up; PRAGMA user_version counts those that ran. Never edit one that shipped. */
const MIGRATIONS = [
  `CREATE TABLE desks (
     id INTEGER PRIMARY KEY,
     desk BLOB NOT NULL UNIQUE,
     head INTEGER NOT NULL,
     roster_head BLOB NOT NULL,
     roster_length INTEGER NOT NULL,
     bytes INTEGER NOT NULL
   ) STRICT;
   CREATE TABLE roster (
     desk_id INTEGER NOT NULL REFERENCES desks(id),
     position INTEGER NOT NULL,
     entry BLOB NOT NULL,
     UNIQUE (desk_id, position)
   ) STRICT;
   CREATE TABLE envelopes (
     desk_id INTEGER NOT NULL REFERENCES desks(id),
     seq INTEGER NOT NULL,
     at INTEGER NOT NULL,
     device BLOB NOT NULL,
     counter INTEGER NOT NULL,
     hash BLOB NOT NULL,
     envelope BLOB NOT NULL,
     UNIQUE (desk_id, seq),
     UNIQUE (desk_id, device, counter)
   ) STRICT;
   CREATE TABLE chains (
     desk_id INTEGER NOT NULL REFERENCES desks(id),
     device BLOB NOT NULL,
     counter INTEGER NOT NULL,
     hash BLOB NOT NULL,
     PRIMARY KEY (desk_id, device)
   ) STRICT, WITHOUT ROWID;`,
  `ALTER TABLE desks ADD COLUMN pruned INTEGER NOT NULL DEFAULT 0;
   CREATE TABLE bases (
     desk_id INTEGER NOT NULL REFERENCES desks(id),
     hash BLOB NOT NULL,
     covers INTEGER NOT NULL,
     manifest BLOB NOT NULL,
     confirmation BLOB NOT NULL,
     confirmed_at INTEGER NOT NULL,
     PRIMARY KEY (desk_id, hash)
   ) STRICT;
   CREATE TABLE parts (
     desk_id INTEGER NOT NULL REFERENCES desks(id),
     hash BLOB NOT NULL,
     base BLOB NOT NULL,
     part BLOB NOT NULL,
     UNIQUE (desk_id, hash)
   ) STRICT;`,
];

/** Which schema a database has, and which is this code's. */
export function migrationsOf(database: DatabaseSync): { version: number; newest: number } {
  const row = database.prepare("PRAGMA user_version").get();
  return { version: Number(row?.user_version), newest: MIGRATIONS.length };
}

/** Brings a database to the latest schema, one migration a transaction. Throws for a database of a later Sidedesk. */
export function migrate(database: DatabaseSync): void {
  const { version, newest } = migrationsOf(database);
  if (version > newest) {
    throw new Error(
      `The data was written by a later version of Sidedesk (schema ${version}). Update the server.`,
    );
  }
  for (let next = version; next < newest; next++) {
    database.exec(`BEGIN IMMEDIATE; ${MIGRATIONS[next]} PRAGMA user_version = ${next + 1}; COMMIT;`);
  }
}
