/**
 * What is asked of PostgreSQL. Every statement names its desk as $1 and touches nothing of another. Values of many rows
 * travel as one byte string each, cut into the rows by the database: devices by 16 bytes, hashes by 32.
 */

/** Columns of 64 bits come as text. */
export interface DeskRow {
  head: string;
  roster_head: Buffer;
  roster_length: number;
  bytes: string;
  pruned: string;
}

export interface ChainRow {
  device: Buffer;
  counter: string;
  hash: Buffer;
}

export interface PlaceRow {
  device: Buffer;
  counter: string;
  seq: string;
  hash: Buffer;
}

export const DESK =
  "SELECT head, roster_head, roster_length, bytes, pruned FROM sidedesk.desks WHERE desk = $1";

/** Whoever holds the row is the only one who writes to the desk; what is read after it is the newest. */
export const LOCK_DESK = `${DESK} FOR UPDATE`;

export const CREATE_DESK = `INSERT INTO sidedesk.desks (desk, head, roster_head, roster_length, bytes)
  VALUES ($1, 0, $2, 1, $3) ON CONFLICT DO NOTHING`;

export const ROSTER =
  "SELECT entry FROM sidedesk.roster WHERE desk = $1 AND position >= $2 ORDER BY position";

export const ADD_ROSTER_ENTRY = "INSERT INTO sidedesk.roster (desk, position, entry) VALUES ($1, $2, $3)";

export const EXTEND_ROSTER = `UPDATE sidedesk.desks
  SET roster_head = $2, roster_length = roster_length + 1, bytes = bytes + $3 WHERE desk = $1`;

export const MOVE_DESK = "UPDATE sidedesk.desks SET head = $2, bytes = $3 WHERE desk = $1";

export const CHAINS = `SELECT device, counter, hash FROM sidedesk.chains WHERE desk = $1 AND device IN
  (SELECT substring($2::bytea FROM n * 16 + 1 FOR 16) FROM generate_series(0, octet_length($2::bytea) / 16 - 1) AS n)`;

export const PLACES = `SELECT device, counter, seq, hash FROM sidedesk.envelopes
  WHERE desk = $1 AND (device, counter) IN
    (SELECT substring($2::bytea FROM (n::integer - 1) * 16 + 1 FOR 16), counter
     FROM unnest($3::bigint[]) WITH ORDINALITY AS known (counter, n))`;

export const ADD_ENVELOPES = `INSERT INTO sidedesk.envelopes (desk, seq, at, device, counter, hash, envelope)
  SELECT $1, $2::bigint + n, $3::bigint,
    substring($4::bytea FROM (n::integer - 1) * 16 + 1 FOR 16), counter,
    substring($5::bytea FROM (n::integer - 1) * 32 + 1 FOR 32),
    substring($6::bytea FROM start FOR size)
  FROM unnest($7::bigint[], $8::integer[], $9::integer[]) WITH ORDINALITY AS added (counter, start, size, n)`;

export const EXTEND_CHAINS = `INSERT INTO sidedesk.chains (desk, device, counter, hash)
  SELECT $1, substring($2::bytea FROM (n::integer - 1) * 16 + 1 FOR 16), counter,
    substring($3::bytea FROM (n::integer - 1) * 32 + 1 FOR 32)
  FROM unnest($4::bigint[]) WITH ORDINALITY AS ends (counter, n)
  ON CONFLICT (desk, device) DO UPDATE SET counter = excluded.counter, hash = excluded.hash`;

/** At least one row, if there is one; then as many as fit into $3 bytes. */
export const ENTRIES_AFTER = `SELECT seq, at, envelope FROM
    (SELECT seq, at, envelope, sum(octet_length(envelope)) OVER (ORDER BY seq) AS total
     FROM (SELECT seq, at, envelope FROM sidedesk.envelopes
           WHERE desk = $1 AND seq > $2 ORDER BY seq LIMIT $4) AS next) AS part
  WHERE total <= $3 OR total = octet_length(envelope) ORDER BY seq`;

/** Whether a mark is new to the desk: one row, or none. */
export const SPEND = `INSERT INTO sidedesk.spent (desk, mark, until) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`;

export const FORGET_SPENT = "DELETE FROM sidedesk.spent WHERE desk = $1 AND until < $2";
