import { type Bytes, owned } from "../../shared/protocol/bytes.ts";
import type { TokenStore } from "../front/tokens.ts";
import type { Database } from "./database.ts";
import * as sql from "./statements.ts";

/** Tokens of several processes over one database: one makes them, another may redeem them, each only once. */
export class PostgresTokenStore implements TokenStore {
  readonly secret: Bytes;
  readonly #database: Database;
  readonly #now: () => number;

  private constructor(secret: Bytes, database: Database, now: () => number) {
    this.secret = secret;
    this.#database = database;
    this.#now = now;
  }

  /** The first process makes the secret; the others take it over. */
  static async open(database: Database, now: () => number): Promise<PostgresTokenStore> {
    const made = crypto.getRandomValues(new Uint8Array(32));
    await database.ask(
      "INSERT INTO sidedesk.server (name, value) VALUES ('secret', $1) ON CONFLICT DO NOTHING",
      [made],
    );
    const { rows } = await database.ask<{ value: Buffer }>(
      "SELECT value FROM sidedesk.server WHERE name = 'secret'",
    );
    return new PostgresTokenStore(owned(rows[0]!.value), database, now);
  }

  async spend(desk: Uint8Array, mark: Uint8Array, until: number): Promise<boolean> {
    await this.#database.ask(sql.FORGET_SPENT, [desk, this.#now()]);
    const { rowCount } = await this.#database.ask(sql.SPEND, [desk, mark, until]);
    return rowCount === 1;
  }
}
