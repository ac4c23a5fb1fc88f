/** What the server allows. Times in ms, sizes in bytes. Tests shorten some of them. */
export interface ServerLimits {
  /** From the upgrade to the hello. */
  helloTimeout: number;
  /** For a request's headers to arrive. */
  headersTimeout: number;
  /** Nothing has gone over a plain connection for so long: whoever asked does not read the answer. */
  answerTimeout: number;
  pingInterval: number;
  /** Silence after which a socket counts as dead. */
  deadAfter: number;
  /** For one device, over all its sockets: beyond it the server reads more slowly. */
  messagesPerSecond: number;
  bytesPerSecond: number;
  /** A sender so far ahead of its rate is refused and closed. */
  floodAfter: number;
  socketsPerMember: number;
  /** A reader that lets more than this pile up is closed. */
  maxBuffered: number;
  maxConnections: number;
  /** HTTP requests from one address. */
  requestsPerSecond: number;
  /** New desks from one address, over the long run; half an hour of them may come at once. */
  desksPerMinute: number;
  /** Bytes of envelopes that one person may add to a desk in a day, over the long run; all of it may come at once. */
  workPerDay: number;
  /** The same of parts of bases. */
  partsPerDay: number;
  /** What an envelope counts at least: small ones cost colleagues time, not space. */
  leastCost: number;
  /** Of one device; five times that at once. What is beyond is not passed on. */
  presencePerSecond: number;
  /** How long nothing is taken from a device about which an owner is deciding. */
  holdFor: number;
  /** How far a roster entry's time may be ahead of the server's clock. */
  clockAhead: number;
  challengeLife: number;
  tokenLife: number;
  /** From a base's confirmation until what it holds leaves the log. */
  pruneAfter: number;
  pruneInterval: number;
  /** A device that is so many envelopes behind a confirmed base begins with it. */
  holdOutFrom: number;
}

/** Bytes that one desk may keep, unless the settings say otherwise: years of work for a busy office. */
export const DEFAULT_QUOTA_BYTES = 2 * 1024 * 1024 * 1024;

/**
 * One person's share of a desk's quota in a day: a week of one of them alone does not fill it, and the others see whose
 * it is meanwhile; a base, which is a whole desk, goes up at once.
 */
export const sharesOf = (quotaBytes: number): Pick<ServerLimits, "workPerDay" | "partsPerDay"> => ({
  workPerDay: Math.floor(quotaBytes / 8),
  partsPerDay: Math.floor(quotaBytes / 4),
});

export const SERVER_LIMITS: ServerLimits = {
  helloTimeout: 5_000,
  headersTimeout: 10_000,
  answerTimeout: 30_000,
  pingInterval: 25_000,
  deadAfter: 60_000,
  messagesPerSecond: 50,
  bytesPerSecond: 2 * 1024 * 1024,
  floodAfter: 10_000,
  socketsPerMember: 20,
  maxBuffered: 8 * 1024 * 1024,
  maxConnections: 20_000,
  requestsPerSecond: 50,
  desksPerMinute: 2,
  ...sharesOf(DEFAULT_QUOTA_BYTES),
  leastCost: 4 * 1024,
  presencePerSecond: 2,
  holdFor: 10_000,
  clockAhead: 10 * 60_000,
  challengeLife: 60_000,
  tokenLife: 60_000,
  pruneAfter: 7 * 86_400_000,
  pruneInterval: 3_600_000,
  holdOutFrom: 500,
};

/** Who may begin a desk on a server: whoever reaches it, whoever has its key, or nobody. */
export type DeskCreation = { who: "anyone" | "nobody" } | { who: "key"; key: string };

/** What a desk's bases may take, with all that it keeps: over the quota, for without a base nothing of its log can go. */
export const quotaForBases = (quotaBytes: number): number => quotaBytes + Math.floor(quotaBytes / 4);
