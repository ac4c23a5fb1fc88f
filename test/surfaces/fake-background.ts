import type { AuditView } from "../../extension/port/audit.ts";
import type { Background, Standing } from "../../extension/port/client.ts";
import { BackgroundError } from "../../extension/port/client.ts";
import type { PageReport } from "../../extension/port/page.ts";
import { packGroups } from "../../extension/port/row-groups.ts";
import type {
  Answers,
  AppState,
  Call,
  DeskInfo,
  InsertOutcome,
  PersonView,
  Query,
  RecordView,
  Row,
} from "../../extension/port/surface.ts";
import type { Command, Scalar } from "../../shared/documents/command.ts";
import { inverse, project } from "../../shared/documents/project.ts";
import type { DeskRecord, HistoryEntry } from "../../shared/records/record.ts";
import { summarise } from "../../shared/records/summarise.ts";
import { validateAction } from "../../shared/records/validate.ts";
import { NOW } from "./sample-world.ts";

export interface FakeWorld {
  readonly app: AppState;
  readonly records: readonly DeskRecord[];
  readonly histories?: Readonly<Record<string, readonly HistoryEntry[]>>;
  readonly delegations?: Answers["delegations"];
  /** Of records by their ids. */
  readonly authority?: Readonly<Record<string, Partial<RecordView>>>;
  readonly audit?: AuditView;
  /** Where colleagues are. */
  readonly colleagues?: Answers["presence"];
  readonly mail?: PageReport | null;
  readonly insert?: InsertOutcome;
  /** Every write fails with this code. */
  readonly refuse?: string;
}

/** A background in memory, with the real rules for records: what a surface does to it can be looked at. */
export interface FakeBackground extends Background {
  readonly commands: Command[];
  readonly calls: Call[];
  readonly scratch: Map<string, string>;
  readonly records: Map<string, DeskRecord>;
  /** What this device knows. */
  app(): AppState;
  /** Changes what this device knows, as sync would. */
  become(app: Partial<AppState>): void;
  /** The mail that is open. */
  mail(): PageReport | null;
  /** Another mail is opened. */
  show(mail: PageReport): void;
  /** Another member's command arrives. */
  arrive(command: Command, by: string): void;
  /** Colleagues are elsewhere. */
  meet(colleagues: Answers["presence"]): void;
  /** What is watched now. */
  watched(): readonly Query[];
  refuse: string | undefined;
  /** The background goes away, or is there again. */
  stand(standing: Standing): void;
  /** Milliseconds until a write is answered. */
  delay: number;
}

/** Of a row, in milliseconds since 1970; a day begins where the person is. */
const dueAt = ({ due }: Row) => (due ? Date.parse(due.length === 10 ? `${due}T00:00` : due) : 9e15);

/** The group of a row in a list of what happened. */
const localDay = ({ at }: Row): string | number => Date.parse(at.slice(0, 10)) / 86_400_000;
/** The group of a row in a list of what presses. */
function pressure(row: Row): string {
  if (row.urgent) return "urgent";
  if (row.due === null) return "never";
  const today = new Date(NOW).setHours(0, 0, 0, 0);
  const days = Math.floor((dueAt(row) - today) / 86_400_000);
  if (days < 0) return "before";
  return days < 7 ? (["today", "tomorrow"][days] ?? "week") : "later";
}

const samplePaperKey = {
  characters: "1R70Q-W3GEQ-1R70X-W3GE9-1R703-W3GE3-1R9HK-64RKB-2C9H4-64RK1-2C9HE-64RKZ-2C9GJ",
  link: "web+sidedesk:recover?server=https%3A%2F%2Fsync.example.com#1R70Q-W3GEQ-1R70X-W3GE9-1R703-W3GE3-1R9HK-64RKB-2C9H4-64RK1-2C9HE-64RKZ-2C9GJ",
  server: "https://sync.example.com",
  deskName: "Board office",
  fingerprint: "31415 92653 58979 32384 62643 38327 95028 84197",
};

export function fakeBackground(
  world: FakeWorld,
  { newDesk }: { readonly newDesk: (name: string, sample: boolean) => DeskInfo },
): FakeBackground {
  let app = world.app;
  let colleagues = world.colleagues ?? [];
  let mail = world.mail ?? null;
  const records = new Map(world.records.map((record) => [record.id, record]));
  const histories = new Map<string, HistoryEntry[]>(
    Object.entries(world.histories ?? {}).map(([id, list]) => [id, [...list]]),
  );
  const watching = new Set<{ query: Query; onValue: (value: never) => void; last: string }>();
  const standing = new Set<(standing: Standing) => void>();
  const commands: Command[] = [];
  const calls: Call[] = [];
  const scratch = new Map<string, string>();
  let last = 0;

  const rowOf = (record: DeskRecord): Row => ({
    id: record.id,
    kind: record.kind,
    ...summarise(record),
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    conflicts: record.conflicts.map(({ field }) => field),
  });
  const living = () => [...records.values()].filter(({ fields }) => !fields.deletedAt);
  const me = () =>
    app.desks.find(({ id }) => id === app.current)?.members.find((member) => member.me)?.id ?? null;
  const order = (by: string | undefined) => (one: Row, other: Row) =>
    by === "due"
      ? Number(other.urgent) - Number(one.urgent) || dueAt(one) - dueAt(other)
      : by === "at"
        ? other.at.localeCompare(one.at)
        : other.updatedAt.localeCompare(one.updatedAt);

  const person = ({ email, phone, name }: Extract<Query, { q: "person" }>): PersonView => {
    const same = (value: Scalar | undefined, asked: string | undefined) =>
      typeof value === "string" &&
      asked !== undefined &&
      value !== "" &&
      value.toLowerCase() === asked.toLowerCase();
    const contact = living().find(
      ({ kind, fields }) =>
        kind === "contact" && (same(fields.email, email) || same(fields.tel, phone) || same(fields.fn, name)),
    );
    const fn = contact?.fields.fn;
    const about = living().filter(
      ({ fields }) =>
        same(fields.caller, typeof fn === "string" ? fn : name) ||
        same(fields.phone, phone) ||
        same(fields.email, email),
    );
    const called = about
      .filter(({ kind }) => kind === "call")
      .sort((one, other) => other.createdAt.localeCompare(one.createdAt));
    return {
      contact: contact ?? null,
      calls: called.length,
      lastCall: called[0] ? rowOf(called[0]) : null,
      open: about.map(rowOf).filter(({ open }) => open),
      byName: !email && !phone && about.length > 0,
    };
  };

  const answer = (query: Query): unknown => {
    switch (query.q) {
      case "state":
        return app;
      case "viewing":
      case "showing":
        return null;
      case "presence":
        return colleagues;
      case "delegations":
        return world.delegations ?? [];
      case "mail":
        return mail;
      case "records":
        return living().filter(({ kind }) => query.kinds.includes(kind));
      case "record": {
        const record = records.get(query.id);
        return record
          ? {
              record,
              history: histories.get(query.id) ?? [],
              acting: null,
              lapsed: null,
              spending: null,
              inName: [],
              ...world.authority?.[query.id],
            }
          : null;
      }
      case "person":
        return person(query);
      case "counts": {
        const rows = living()
          .map(rowOf)
          .filter(({ open }) => open);
        const open: Record<string, number> = {};
        for (const { kind } of rows) open[kind] = (open[kind] ?? 0) + 1;
        return {
          open,
          queue: rows.filter(({ assignee }) => assignee === null || assignee === me()).length,
          overdueMine: 1,
          overdueNext: null,
        };
      }
      case "rows": {
        const words = query.search?.toLowerCase().trim();
        const rows = living()
          .filter(({ kind }) =>
            query.kinds ? query.kinds.includes(kind) : !["principal", "contact", "template"].includes(kind),
          )
          .filter((record) => !words || JSON.stringify(record.fields).toLowerCase().includes(words))
          .filter(
            ({ fields }) =>
              !query.person ||
              Object.values(fields).some((value) => String(value).startsWith(`${query.person}`)),
          )
          .map(rowOf)
          .filter((row) => query.open === undefined || row.open === query.open)
          .filter((row) => query.thread === undefined || row.thread === query.thread)
          .filter((row) => query.principal === undefined || row.principal === query.principal)
          .filter((row) => query.assignee !== "mineOrNone" || row.assignee === null || row.assignee === me())
          .filter(({ urgent, due }) => !query.dueBefore || urgent || (due !== null && due < query.dueBefore))
          .sort(order(query.order));
        const { offset = 0, limit = 50 } = query;
        const home = ({ id }: Row) =>
          app.desks[[...id].reduce((sum, each) => sum + each.charCodeAt(0), 0) % app.desks.length]?.id ?? "";
        const placed = query.desk === "all" ? rows.map((row) => ({ ...row, desk: home(row) })) : rows;
        return {
          rows: placed.slice(offset, offset + limit),
          total: rows.length,
          offset,
          groups: packGroups(
            query.grouped
              ? [...Map.groupBy(rows, query.order === "at" ? localDay : pressure)].map(
                  ([key, { length }]) => ({ key, count: length }),
                )
              : [],
          ),
        };
      }
      case "people": {
        const people = living()
          .filter(({ kind }) => kind === "contact")
          .map(({ id, fields }) => ({
            key: String(fields.tel ?? fields.email ?? `name:${fields.fn}`),
            name: String(fields.fn ?? ""),
            organization: String(fields.org ?? ""),
            reach: [fields.tel, fields.email].filter((each) => typeof each === "string"),
            contact: id,
            last: null,
            open: 0,
            records: 0,
          }))
          .filter(({ key, name }) => (!query.key || query.key === key) && name.includes(query.search ?? ""));
        return { people, total: people.length, offset: 0 };
      }
    }
  };
  const tell = () => {
    for (const watch of [...watching]) {
      const value = answer(watch.query);
      const text = JSON.stringify(value);
      if (text === watch.last) continue;
      watch.last = text;
      watch.onValue(structuredClone(value) as never);
    }
  };
  const fail = (code: string, detail: string): never => {
    throw new BackgroundError({ code, detail });
  };
  const apply = (command: Command, by: string): Command[] => {
    const { action } = command;
    const before = records.get(action.record);
    const problem = validateAction(action, before, { undo: command.undo === true });
    if (problem) fail("invalid", problem.detail);
    const after = project(before, command, by);
    if (after) records.set(action.record, after);
    const field =
      action.do === "create"
        ? ""
        : "field" in action
          ? action.field
          : "list" in action
            ? `${action.list}/${action.item}`
            : "";
    const value = (record: DeskRecord | undefined) => record?.fields[field] ?? null;
    // Of a text, a history says what was taken away and what was written.
    const told =
      action.do === "edit"
        ? {
            before: action.base.slice(action.splice.index, action.splice.index + action.splice.remove),
            after: action.splice.insert,
          }
        : { before: value(before), after: value(after) };
    const entry = { id: `h${++last}`, at: command.at, by, field, ...told };
    histories.set(action.record, [entry, ...(histories.get(action.record) ?? [])]);
    return inverse(before, action, command.at).map((undone) => ({
      id: `undo${String(++last).padStart(22, "0")}`,
      at: command.at,
      action: undone,
      undo: true,
    }));
  };
  const perform = (request: Call): unknown => {
    if (fake.refuse && !["scratchGet", "scratchPut"].includes(request.call))
      fail(fake.refuse, "as the test wishes");
    switch (request.call) {
      case "submit": {
        const undo = request.commands.flatMap((command) => {
          commands.push(command);
          return apply(command, me() ?? "");
        });
        return { undo: undo.reverse() };
      }
      case "createDesk":
      case "createSampleDesk": {
        const desk = newDesk(
          request.call === "createDesk" ? request.name : "Sample desk",
          request.call === "createSampleDesk",
        );
        app = { ...app, desks: [...app.desks, desk], current: desk.id };
        return { desk: desk.id };
      }
      case "removeDesk":
        app = { ...app, desks: app.desks.filter(({ id }) => id !== request.desk), current: null };
        return null;
      case "setLocale":
        app = { ...app, locale: request.locale };
        return null;
      case "setSingleKeys":
        app = { ...app, singleKeys: request.on };
        return null;
      case "lock":
        app = { ...app, lock: { ...app.lock, locked: app.lock.set } };
        return null;
      case "unlock":
        if (request.passphrase !== "right horse")
          throw new BackgroundError({ code: "wrong-passphrase", detail: "" });
        app = { ...app, lock: { ...app.lock, locked: false } };
        return null;
      case "authenticatorChallenge":
        return { challenge: "", key: "" };
      case "unlockByAuthenticator":
        throw new BackgroundError({ code: "not-recognised", detail: "" });
      case "setAuthenticator":
        app = { ...app, lock: { ...app.lock, authenticator: true } };
        return null;
      case "removeAuthenticator":
        app = { ...app, lock: { ...app.lock, authenticator: false } };
        return null;
      case "setPassphrase":
        app = { ...app, lock: { ...app.lock, locked: false, set: true, after: 15 } };
        return null;
      case "removePassphrase":
        app = { ...app, lock: { ...app.lock, set: false, after: 0 } };
        return null;
      case "setLockAfter":
        app = { ...app, lock: { ...app.lock, after: request.minutes } };
        return null;
      case "setPresence":
        app = { ...app, presence: request.on };
        return null;
      case "setLook":
        app = { ...app, look: request.look };
        return null;
      case "setServer":
        app = {
          ...app,
          desks: app.desks.map((one) =>
            one.id === request.desk
              ? { ...one, server: request.server, sync: { ...one.sync, phase: "upToDate" as const } }
              : one,
          ),
        };
        return null;
      case "checkServer":
        if (!request.server.includes("sync.example.com"))
          fail(request.server.includes(".") ? "offline" : "bad-address", "not there");
        return { server: "https://sync.example.com" };
      case "kept":
        return {
          used: 12_400_000,
          quota: 60_000_000_000,
          persisted: true,
          desks: app.desks.map(({ id }) => ({ id, records: records.size, unsent: 3 })),
        };
      case "exportRecords":
        return request.after === null ? [...records.values()] : [];
      case "audit":
        return world.audit ?? { total: 0, unsigned: 0, problem: null, end: null, acts: [] };
      case "auditFile":
        return { text: "{}\n" };
      case "invite":
        return {
          link: "web+sidedesk:join?server=https%3A%2F%2Fsync.example.com&desk=sample#sample-secret-of-an-invitation",
          expiresAt: "2026-11-29T12:00:00Z",
        };
      case "addDevice":
        return {
          link: "web+sidedesk:join?server=https%3A%2F%2Fsync.example.com&desk=sample#sample-secret-of-a-device",
          expiresAt: "2026-11-24T12:00:00Z",
        };
      case "makePaperKey":
        return { ...samplePaperKey, madeAt: "2026-11-23T11:42:00Z" };
      case "inspectInvite":
        if (request.server)
          return {
            server: request.server,
            deskName: samplePaperKey.deskName,
            role: "owner",
            use: "recovery",
            person: "Mia Example",
            fingerprint: samplePaperKey.fingerprint,
            expiresAt: null,
          };
        if (!request.link.includes("web+sidedesk:join?")) fail("not-an-invite", "not a link");
        return {
          server: "sync.example.com",
          deskName: "Board office",
          role: "assistant",
          use: "member",
          person: null,
          fingerprint: "12345 67890 12345 67890 12345 67890 12345 67890",
          expiresAt: "2026-11-29T12:00:00Z",
        };
      case "backupBegin":
        return { id: "ee".repeat(16), documents: 24 };
      case "restoreOpen":
        return {
          id: "ee".repeat(16),
          preview: {
            deskName: samplePaperKey.deskName,
            person: "Mia Example",
            server: "https://sync.example.com",
            at: "2026-11-20T16:40:00Z",
            records: 1204,
            parts: 24,
          },
        };
      case "scratchGet":
        return { value: scratch.get(request.key) ?? null };
      case "scratchPut":
        if (request.value === null) scratch.delete(request.key);
        else scratch.set(request.key, request.value);
        return null;
      case "insertDraft":
        return world.insert ?? { ok: false, reason: "no-compose-box" };
      case "dismissSetAside":
        app = { ...app, setAside: app.setAside.filter(({ id }) => id !== request.command) };
        return null;
      default:
        return null;
    }
  };
  const fake: FakeBackground = {
    commands,
    calls,
    scratch,
    records,
    refuse: world.refuse,
    delay: 0,
    app: () => app,
    become(changes) {
      app = { ...app, ...changes };
      tell();
    },
    mail: () => mail,
    show(shown) {
      mail = shown;
      tell();
    },
    arrive(command, by) {
      apply(command, by);
      tell();
    },
    meet(now) {
      colleagues = now;
      tell();
    },
    watched: () => [...watching].map(({ query }) => query),
    async call(request) {
      // Asked for by the focus alone: no deed of a person's.
      if (request.call !== "prepareSearch") calls.push(request);
      if (fake.delay > 0 && request.call === "submit")
        await new Promise((later) => setTimeout(later, fake.delay));
      else await Promise.resolve();
      const result = perform(request);
      queueMicrotask(tell);
      return result as never;
    },
    watch(query, onValue) {
      const watch = { query, onValue: onValue as (value: never) => void, last: "" };
      watching.add(watch);
      queueMicrotask(() => {
        if (!watching.has(watch)) return;
        const value = answer(query);
        watch.last = JSON.stringify(value);
        watch.onValue(structuredClone(value) as never);
      });
      return () => watching.delete(watch);
    },
    ahead() {},
    forgetAhead() {},
    onStanding: (listener) => void standing.add(listener),
    stand(next) {
      for (const listener of standing) listener(next);
    },
  };
  return fake;
}
