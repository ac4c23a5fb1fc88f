import type { Member } from "../../extension/port/surface.ts";
import type { FakeWorld } from "./fake-background.ts";
import { sampleLog } from "./sample-log.ts";
import { mail, manyRecords, sampleDesk, sampleWorld, sync, untouched } from "./sample-world.ts";

const desk = (changes: Parameters<typeof sampleDesk>[0]): FakeWorld["app"] => {
  const only = sampleDesk(changes);
  return { desks: [only], current: only.id, locale: null, setAside: [], ...untouched };
};

/** The sample's members, of whom the person who looks is another than its owner. */
const membersWhereI = (am: Partial<Member>) =>
  sampleDesk().members.map((member) => (member.me ? { ...member, ...am } : member));

/** The trip has the mail's flight already, as somebody typed it in from an earlier mail. */
const tripHolds = (departs: string, text?: string): FakeWorld => {
  const world = sampleWorld({ mail: mail(text) });
  const flight = {
    type: "FlightReservation",
    title: "TK 1757",
    startsAt: `2026-12-03T${departs}+03:00`,
    endsAt: "2026-12-03T12:05:00+02:00",
    reservationNumber: "X7K2PQ",
    status: "ReservationConfirmed",
    seat: "14C",
  };
  const records = world.records.map((record) =>
    record.fields.title === "Riga board trip"
      ? { ...record, lists: { reservations: { ...record.lists.reservations, flight000002: flight } } }
      : record,
  );
  return { ...world, records };
};

/** The trip's bookings cost more than the authority goes up to; it was decided all the same. */
const overTheLimit = (): FakeWorld => {
  const world = sampleWorld();
  const found = world.records.find(({ fields }) => fields.title === "Riga board trip");
  if (!found) return world;
  const flight = { type: "FlightReservation", title: "TK 1757", price: 640, currency: "EUR" };
  const trip = { ...found, lists: { reservations: { ...found.lists.reservations, flight000003: flight } } };
  const [me = "", colleague = ""] = sampleDesk().members.map(({ id }) => id);
  const acting = {
    id: "lasting.delegation0000000000",
    principal: String(trip.fields.principal),
    delegate: me,
    scope: "trip",
    spendLimit: 500,
    currency: "EUR",
    startsOn: "2026-11-20",
    endsOn: "2026-12-05",
    by: colleague,
    withdrawnAt: null,
    valid: true,
  };
  const spending = { state: "over", spent: [{ amount: 640, currency: "EUR" }] } as const;
  const limit = { amount: 500, currency: "EUR" };
  const booked = {
    id: "b1",
    at: "2026-11-23T11:20:00Z",
    by: me,
    field: "status",
    before: "planned",
    after: "booked",
  };
  return {
    ...world,
    records: world.records.map((each) => (each === found ? trip : each)),
    histories: { ...world.histories, [trip.id]: [booked] },
    authority: {
      [trip.id]: { acting, spending, inName: [{ entry: "b1", limit, spending }] },
    },
  };
};

const nothingHere: FakeWorld["app"] = {
  ...{ desks: [], current: null, locale: null, setAside: [] },
  ...untouched,
};

/** The states that a surface can be looked at in. */
export const scenarios: Readonly<Record<string, () => FakeWorld>> = {
  busy: () => sampleWorld(),
  empty: () => sampleWorld({ records: [], histories: {}, mail: null }),
  none: () =>
    sampleWorld({
      app: nothingHere,
      records: [],
      mail: null,
    }),
  lost: () => {
    const lost = [
      { name: "Board office", server: "https://sync.example.com" },
      { name: "Foundation", server: null },
    ];
    return sampleWorld({ app: { ...nothingHere, lost }, records: [], mail: null });
  },
  lostAlone: () =>
    sampleWorld({
      app: { ...nothingHere, lost: [{ name: "Foundation", server: null }] },
      records: [],
      mail: null,
    }),
  unreadable: () => sampleWorld({ mail: { ...mail(), recognised: false, thread: null } }),
  between: () => sampleWorld({ mail: null }),
  plain: () => sampleWorld({ mail: mail("Good morning, could you call me back?") }),
  namesake: () => {
    const open = mail("Good morning, could you call me back?");
    const messages = (open.thread?.messages ?? []).map((message) => ({
      ...message,
      from: { name: "Second Sample", email: "" },
    }));
    return sampleWorld({ mail: { ...open, thread: open.thread && { ...open.thread, messages } } });
  },
  offline: () => sampleWorld({ app: desk({ sync: sync({ phase: "offline", unsent: 3 }) }) }),
  sample: () => sampleWorld({ app: desk({ sample: true, server: null, sync: sync({ phase: "local" }) }) }),
  joined: () => sampleWorld({ app: desk({ sync: sync({ phase: "catchingUp", toFetch: 1200 }) }) }),
  stopped: () => {
    const app = desk({
      sync: sync({
        phase: "stopped",
        problem: { code: "forked", detail: "the server shows another history" },
      }),
    });
    const aside = {
      id: "s1",
      desk: app.current ?? "",
      at: "2026-11-23T08:00:00Z",
      what: "Status of “Riga board trip” → booked",
      why: "it was cancelled meanwhile",
    };
    return sampleWorld({ app: { ...app, setAside: [aside] } });
  },
  serverFull: () =>
    sampleWorld({ app: desk({ sync: sync({ unsent: 3, problem: { code: "storage-full", detail: "" } }) }) }),
  paperless: () => sampleWorld({ app: desk({ paperKey: null, wayBack: "paperKey" }) }),
  backedUpLongAgo: () =>
    sampleWorld({
      app: desk({
        ...{ server: null, paperKey: null, sync: sync({ phase: "local" }) },
        ...{ wayBack: "backup", backedUpAt: "2026-09-20T08:05:00Z" },
      }),
    }),
  badEpoch: () => {
    const by = sampleDesk().members[1]?.id ?? "";
    const problem = { code: "bad-epoch", detail: by };
    return sampleWorld({ app: desk({ sync: sync({ phase: "stopped", unsent: 2, problem }) }) });
  },
  unread: () => {
    const writer = sampleDesk().members[1]?.id ?? null;
    const refused = { device: writer, why: "refused" as const };
    return sampleWorld({ app: desk({ unread: [refused, refused] }) });
  },
  held: () => tripHolds("10:15:00"),
  moved: () => tripHolds("09:40:00"),
  cancelled: () =>
    tripHolds("10:15:00", `Your booking has been cancelled.\n${mail().thread?.messages[0]?.text}`),
  guessed: () =>
    sampleWorld({ mail: mail((mail().thread?.messages[0]?.text ?? "").replaceAll("Dec 2026", "Dec")) }),
  attached: () => {
    const report = mail("Good morning, the ticket is attached.");
    const [message] = report.thread?.messages ?? [];
    const ticket = { name: "e-ticket X7K2PQ.pdf", type: "application/pdf", url: null };
    return sampleWorld({
      mail: report.thread &&
        message && {
          ...report,
          thread: { ...report.thread, messages: [{ ...message, attachments: [ticket] }] },
        },
    });
  },
  letterless: () => {
    const world = sampleWorld({ mail: mail("Good morning, could you call me back?") });
    return { ...world, records: world.records.filter(({ kind }) => kind !== "reply" && kind !== "template") };
  },
  managed: () => {
    const app = desk({ server: null, sync: sync({ phase: "local" }) });
    const policy = {
      server: "https://desk.example.com",
      language: "en",
      otherServers: false,
      welcomeTab: true,
      presence: false,
      lockAfter: 15,
    } as const;
    return sampleWorld({ app: { ...app, policy } });
  },
  together: () => {
    const world = sampleWorld({ mail: mail("Good morning, could you call me back?") });
    const [, assistant, principal] = sampleDesk().members.map(({ id }) => id) as [string, string, string];
    const reply = world.records.find(({ kind }) => kind === "reply");
    const place = String(reply?.fields.thread);
    const recordOf = (of: string) => world.records.find(({ kind }) => kind === of)?.id ?? "";
    const colleagues = [
      { person: assistant, place, writing: false },
      { person: principal, place, writing: false },
      { person: assistant, place: reply?.id ?? "", writing: true },
      { person: assistant, place: recordOf("call"), writing: false },
      { person: principal, place: recordOf("call"), writing: false },
      { person: principal, place: recordOf("trip"), writing: false },
    ];
    return { ...world, colleagues };
  },
  locked: () => {
    const lock = { locked: true, set: true, authenticator: true, after: 15, retryAt: null } as const;
    return sampleWorld({ app: { ...desk({}), desks: [], lock }, records: [], mail: null });
  },
  lockWanted: () => {
    const lock = { locked: true, set: false, authenticator: false, after: 15, retryAt: null } as const;
    return sampleWorld({ app: { ...desk({}), desks: [], lock }, records: [], mail: null });
  },
  lockSet: () =>
    sampleWorld({
      app: {
        ...desk({}),
        lock: { locked: false, set: true, authenticator: false, after: 15, retryAt: null },
      },
    }),
  severalDesks: () => {
    const [one, other] = [sampleDesk(), sampleDesk({ id: "cd".repeat(16), name: "Foundation" })];
    return sampleWorld({ app: { ...desk({}), desks: [one, other], current: one.id } });
  },
  overLimit: () => overTheLimit(),
  audited: () => sampleWorld({ audit: sampleLog }),
  auditBroken: () =>
    sampleWorld({
      audit: { ...sampleLog, problem: { code: "words", after: 2 }, end: null, acts: sampleLog.acts.slice(3) },
    }),
  many: () => sampleWorld({ records: manyRecords(3000) }),
  principal: () => sampleWorld({ app: desk({ members: membersWhereI({ role: "principal" }) }) }),
  viewer: () =>
    sampleWorld({ app: desk({ members: membersWhereI({ role: "viewer", until: "2026-12-04T16:00:00Z" }) }) }),
  ended: () => {
    const over = { role: "assistant", until: "2026-11-20T16:00:00Z", removed: true } as const;
    return sampleWorld({
      app: desk({
        members: membersWhereI(over),
        sync: sync({ phase: "stopped", problem: { code: "not-a-member", detail: "" } }),
      }),
    });
  },
};
