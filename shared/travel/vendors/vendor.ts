/**
 * What is known of one seller that no general rule can find out. It is data alone: see README.md beside this file.
 */
export type Vendor = {
  name: string;
  /** The sender's addresses, or their domains: `hostels.example` is `info@mail.hostels.example` too. */
  senders?: readonly string[];
  /** `HH:MM`: the hours that a house keeps when its mails name only days. */
  checkin?: string;
  checkout?: string;
  /** Fixed forms in which the seller writes whole tickets: bar codes and the like. */
  tickets?: readonly TicketShape[];
};

export type TicketShape = {
  /** The schema.org type of reservation that each match gives. */
  type: string;
  /** A regular expression with named groups. It must not repeat a repetition. */
  match: RegExp;
  /** More values for every match, found once in the text, each with named groups. */
  also?: readonly RegExp[];
  /** Gives one reservation per match of this, each with its groups: the travellers of one ticket. */
  each?: RegExp;
  /** Path in the reservation → text with `{group}` for what a group holds. */
  set: Readonly<Record<string, string>>;
  /** Names for what a group holds: group → value → name. */
  names?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The form of the code, when the whole text is the ticket's token: `qrCode`, `aztecCode`. */
  token?: string;
};
