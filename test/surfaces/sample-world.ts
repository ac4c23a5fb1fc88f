import { readLook } from "../../extension/port/look.ts";
import type { PageReport } from "../../extension/port/page.ts";
import type { AppState, DeskInfo, Device, Member, SyncState } from "../../extension/port/surface.ts";
import type { Scalar } from "../../shared/documents/command.ts";
import type { Conflict, DeskRecord, HistoryEntry } from "../../shared/records/record.ts";
import type { FakeWorld } from "./fake-background.ts";

/** The moment at which the samples are looked at: a Monday noon. */
export const NOW = Date.parse("2026-11-23T11:42:00Z");

export const ME = "11".repeat(16);
const A2 = "22".repeat(16);
const A3 = "33".repeat(16);
const DESK = "ab".repeat(16);

const id = (name: string, document = "2026-11"): string => `${document}.${name.padEnd(20, "0")}`;

export const sync = (changes: Partial<SyncState> = {}): SyncState => ({
  phase: "upToDate",
  unsent: 0,
  toFetch: 0,
  problem: null,
  ...changes,
});

/** What nobody has chosen: the keys, how it looks, and what an organisation decides. */
export const untouched: Pick<
  AppState,
  "lost" | "singleKeys" | "captured" | "look" | "presence" | "policy" | "lock"
> = {
  lock: { locked: false, set: false, authenticator: false, after: 0, retryAt: null },
  lost: [],
  singleKeys: true,
  presence: true,
  captured: null,
  look: readLook(null),
  policy: {
    server: null,
    language: null,
    otherServers: true,
    welcomeTab: true,
    presence: true,
    lockAfter: null,
  },
};

const sampleDevice = (device: string, name: string, joinedAt = "2026-09-01T06:00:00Z"): Device => ({
  id: device,
  name,
  joinedAt,
  me: false,
  removed: false,
});

const sampleMember = (person: string, name: string, role: Member["role"]): Member => ({
  id: person,
  name,
  role,
  until: null,
  me: false,
  removed: false,
  devices: [sampleDevice(person, "")],
});

export function sampleDesk(changes: Partial<DeskInfo> = {}): DeskInfo {
  return {
    id: DESK,
    name: "Board office",
    sample: false,
    server: "https://sync.example.com",
    unread: [],
    members: [
      {
        ...sampleMember(ME, "Mia Example", "owner"),
        me: true,
        devices: [
          { ...sampleDevice(ME, "Firefox · Linux"), me: true },
          sampleDevice("44".repeat(16), "Chrome · Windows", "2026-10-20T16:30:00Z"),
        ],
      },
      sampleMember(A2, "Assistant 2", "assistant"),
      sampleMember(A3, "Principal A", "principal"),
    ],
    paperKey: { invite: "55".repeat(16), madeAt: "2026-10-20T16:40:00Z", madeBy: ME },
    wayBack: null,
    backedUpAt: null,
    sync: sync(),
    invites: [],
    keyOwed: false,
    fingerprint: "31415 92653 58979 32384 62643 38327 95028 84197",
    ...changes,
  };
}

interface More {
  readonly at?: string;
  readonly conflicts?: readonly Conflict[];
  readonly lists?: DeskRecord["lists"];
}

function record(
  name: string,
  kind: string,
  fields: Record<string, Scalar>,
  { at = "2026-11-23T08:00:00Z", conflicts = [], lists = {} }: More = {},
): DeskRecord {
  const lasting = ["principal", "contact", "template"].includes(kind);
  return {
    id: id(name, lasting ? "lasting" : "2026-11"),
    kind,
    createdAt: at,
    createdBy: ME,
    updatedAt: at,
    updatedBy: ME,
    fields,
    lists,
    conflicts,
  };
}

const principal = (letter: string) => id(`principal${letter}`, "lasting");
const THREAD = "gmail:18c2f0a1b2c3d4e5";

const records: readonly DeskRecord[] = [
  record("principala", "principal", { fn: "Principal A", colour: "brown", email: "a@example.com" }),
  record("principalb", "principal", { fn: "Principal B", colour: "indigo", email: "b@example.com" }),
  record("principalc", "principal", {
    fn: "Principal C",
    colour: "violet",
    email: "c@example.com",
    status: "away",
  }),
  record("caller1", "contact", {
    fn: "Sample Caller",
    org: "Baltic Sample Rail",
    title: "Legal",
    tel: "+37126123456",
    email: "caller@example.com",
  }),
  record("template1", "template", {
    name: "Thank you for your letter",
    language: "en",
    subject: "Thank you",
    body: "Dear {{ name }},\n\nthank you for your letter.\n",
  }),
  record("template2", "template", {
    name: "Proposal of two dates",
    language: "en",
    subject: "Two dates",
    body: "Dear {{ name }},\n\nwould either of these suit?\n",
  }),
  record(
    "call1",
    "call",
    {
      caller: "Sample Caller",
      organization: "Baltic Sample Rail",
      phone: "+37126123456;ext=45",
      subject: "contract renewal",
      direction: "inbound",
      startedAt: "2026-11-23T08:05:00Z",
      callBackBy: "2026-11-23T15:00:00Z",
      status: "callBack",
      principal: principal("a"),
      assignee: ME,
      thread: THREAD,
      urgent: true,
      note: "Wants the annex before the board meets. Clause 4 names no seat of arbitration.",
    },
    {
      at: "2026-11-23T08:05:00Z",
      conflicts: [
        {
          field: "callBackBy",
          values: [
            { value: "2026-11-23T15:00:00Z", by: ME, at: "2026-11-23T11:40:00Z" },
            { value: "2026-11-24T09:00:00Z", by: A2, at: "2026-11-23T11:41:00Z" },
          ],
        },
      ],
    },
  ),
  record(
    "call2",
    "call",
    {
      caller: "Sample Caller",
      organization: "Baltic Sample Rail",
      phone: "+37126123456",
      subject: "letter of 20 November",
      status: "connected",
      principal: principal("a"),
      assignee: A2,
    },
    { at: "2026-11-17T12:05:00Z" },
  ),
  record(
    "call3",
    "call",
    {
      caller: "Second Sample",
      organization: "Example Catering",
      phone: "+37121234567",
      subject: "menu for the annual dinner",
      status: "noAnswer",
      principal: principal("b"),
      callBackBy: "2026-11-23T10:30:00Z",
    },
    { at: "2026-11-23T09:12:00Z" },
  ),
  record("reply1", "reply", {
    subject: "Re: Contract renewal",
    to: "Sample Caller <caller@example.com>",
    body: "Dear Ms Caller,\n\nthank you for your letter of 20 November. The revised terms are agreeable. We would ask that clause 4 name the arbitration seat.\n\nWith kind regards",
    status: "inReview",
    sendBy: "2026-11-23",
    principal: principal("a"),
    thread: THREAD,
  }),
  record(
    "trip1",
    "trip",
    {
      title: "Riga board trip",
      destination: "Riga",
      startsOn: "2026-12-03",
      endsOn: "2026-12-05",
      status: "planned",
      principal: principal("a"),
      assignee: ME,
    },
    {
      lists: {
        reservations: {
          flight000001: {
            type: "FlightReservation",
            title: "TK 1758",
            from: "RIX",
            to: "IST",
            startsAt: "2026-12-05T13:05:00+02:00",
            endsAt: "2026-12-05T16:55:00+03:00",
            reservationNumber: "Q9LM21",
            status: "ReservationConfirmed",
            seat: "14C",
          },
          hotel0000001: {
            type: "LodgingReservation",
            title: "Sample Hotel Riga",
            startsAt: "2026-12-03",
            endsAt: "2026-12-05",
            reservationNumber: "88112233",
            status: "ReservationHold",
            price: 1240,
            currency: "EUR",
          },
        },
      },
    },
  ),
  record("trip2", "trip", {
    title: "Autumn site visit",
    destination: "Ho Chi Minh City",
    startsOn: "2026-12-14",
    endsOn: "2026-12-20",
    status: "planned",
    principal: principal("b"),
    assignee: A2,
  }),
  record("message1", "message", {
    caller: "Third Sample",
    organization: "Office of the Sample Ministry",
    message: "Would like to see you on Friday about the new wing.",
    wantsToSeeYou: true,
    status: "new",
    principal: principal("c"),
    takenAt: "2026-11-23T09:30:00Z",
  }),
  record("task1", "task", {
    summary: "Send signed annex to Legal",
    due: "2026-11-23T16:00:00Z",
    status: "needsAction",
    principal: principal("a"),
    assignee: A2,
    thread: THREAD,
  }),
  record("task2", "task", {
    summary: "Call back about clause 4",
    due: "2026-11-23T11:17:00Z",
    status: "needsAction",
    principal: principal("a"),
    assignee: ME,
    thread: THREAD,
  }),
  record("task3", "task", {
    summary: "Visa letters for the site visit, with copies of every passport and the invitation of the host",
    due: "2026-11-24",
    status: "inProcess",
    principal: principal("b"),
  }),
  record("task4", "task", {
    summary: "Book room 4",
    due: "2026-11-25",
    status: "needsAction",
    principal: principal("c"),
  }),
];

const histories: Readonly<Record<string, readonly HistoryEntry[]>> = {
  [id("call1")]: [
    {
      id: "h1",
      at: "2026-11-23T11:41:00Z",
      by: A2,
      field: "callBackBy",
      before: "2026-11-23T15:00:00Z",
      after: "2026-11-24T09:00:00Z",
    },
    {
      id: "h2",
      at: "2026-11-23T11:38:00Z",
      by: A2,
      field: "note",
      before: "",
      after: " Clause 4 names no seat of arbitration.",
    },
    { id: "h3", at: "2026-11-23T11:20:00Z", by: ME, field: "status", before: "connected", after: "callBack" },
    { id: "h4", at: "2026-11-23T08:06:00Z", by: ME, field: "principal", before: null, after: principal("a") },
    { id: "h5", at: "2026-11-23T08:05:00Z", by: ME, field: "", before: null, after: null },
  ],
};

const BOOKING = `Booking confirmation
Booking reference: X7K2PQ
Passenger: Principal A

TK 1757 Istanbul (IST) to Riga (RIX)
Departure: Thu 3 Dec 2026 10:15 Istanbul Airport (IST)
Arrival: Thu 3 Dec 2026 12:05 Riga International Airport (RIX)
Seat: 14C
`;

export function mail(text = BOOKING): PageReport {
  return {
    type: "page",
    provider: "gmail",
    account: "desk@example.com",
    recognised: true,
    thread: {
      threadId: "18c2f0a1b2c3d4e5",
      idKind: "gmail-hex",
      subject: "Contract renewal",
      url: "https://mail.google.com/mail/u/0/#inbox/18c2f0a1b2c3d4e5",
      messagesLeftOut: 0,
      messages: [
        {
          messageId: "18c2f0a1b2c3d4e5",
          from: { name: "Sample Caller", email: "caller@example.com" },
          to: [
            { name: "Desk", email: "desk@example.com" },
            { name: "Third Sample", email: "third@example.com" },
          ],
          date: "Mon 23 Nov",
          text,
          textCut: false,
          collapsed: false,
          clipped: false,
          attachments: [],
        },
      ],
    },
    composeBoxes: [],
  };
}

/** A busy desk with a mail open beside it. */
export const sampleWorld = (changes: Partial<FakeWorld> = {}): FakeWorld => ({
  app: { desks: [sampleDesk()], current: DESK, locale: null, setAside: [], ...untouched },
  records,
  histories,
  mail: mail(),
  ...changes,
});

/** `many` calls, for long lists. */
export const manyRecords = (many: number): readonly DeskRecord[] =>
  Array.from({ length: many }, (_, index) =>
    record(
      `many${String(index).padStart(4, "0")}`,
      "call",
      {
        caller: `Sample Caller ${index + 1}`,
        organization: "Example Company",
        subject: `matter ${index + 1}`,
        status: index % 3 ? "connected" : "callBack",
      },
      { at: new Date(NOW - index * 3_600_000).toISOString() },
    ),
  );
