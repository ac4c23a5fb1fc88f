import { expect, test } from "vitest";
import { MAX_FRAME_BYTES } from "../../shared/protocol/limits.ts";
import { SERVER_LIMITS } from "../../sync-server/limits.ts";
import { jsonLogger, Metrics } from "../../sync-server/observe.ts";
import { readSettings, SettingError } from "../../sync-server/settings.ts";

test("a server starts on this machine alone, with its data beside it, when nothing is set", () => {
  expect(readSettings([], {})).toMatchObject({
    data: ".data",
    database: undefined,
    host: "127.0.0.1",
    port: 8787,
    proxied: false,
  });
});

test("flags come before the environment, and both before the defaults", () => {
  const environment = {
    SIDEDESK_DATA: "/srv/desk",
    SIDEDESK_DATABASE: "postgres://desk@db.example.com/desk",
    SIDEDESK_PORT: "9000",
    SIDEDESK_QUOTA_MB: "5",
    SIDEDESK_NEW_DESKS: "key",
    SIDEDESK_DESK_KEY: "0123456789abcdef",
    SIDEDESK_PROXIED: "1",
  };
  expect(readSettings([], environment)).toEqual({
    command: "serve",
    folder: undefined,
    data: "/srv/desk",
    database: "postgres://desk@db.example.com/desk",
    host: "127.0.0.1",
    port: 9000,
    quotaBytes: 5 * 1024 * 1024,
    creation: { who: "key", key: "0123456789abcdef" },
    proxied: true,
  });
  const flags = ["--port", "0", "--host", "::1", "--data", "here", "--quota-mb", "7"];
  expect(readSettings(flags, environment)).toMatchObject({
    port: 0,
    host: "::1",
    data: "here",
    quotaBytes: 7 * 1024 * 1024,
  });
});

test.each([
  ["--port", "80x"],
  ["--port", "65536"],
  ["--port", ""],
  ["--quota-mb", "-1"],
  ["--database", "mysql://desk@db.example.com/desk"],
  ["--new-desks", "friends"],
  ["--new-desks", "key"],
  ["--colour", "blue"],
  ["stray"],
  ["backup"],
  ["check", "folder"],
  ["restore", "one", "two"],
])("a wrong setting is named before anything starts: %s %s", (...args) => {
  expect(() => readSettings(args, {})).toThrow(SettingError);
  expect(() => readSettings(args, {})).toThrow(args[0]!);
});

test("a wrong database address is not repeated: it may hold a password", () => {
  const wrong = () => readSettings([], { SIDEDESK_DATABASE: "postgre://desk:secret@db.example.com/desk" });
  expect(wrong).toThrow(SettingError);
  expect(wrong).not.toThrow("secret");
});

test("the limits are those that are promised", () => {
  expect(SERVER_LIMITS).toMatchObject({
    helloTimeout: 5_000,
    headersTimeout: 10_000,
    pingInterval: 25_000,
    deadAfter: 60_000,
    messagesPerSecond: 50,
    bytesPerSecond: 2 * 1024 * 1024,
    socketsPerMember: 20,
    maxBuffered: 8 * 1024 * 1024,
  });
  expect(MAX_FRAME_BYTES).toBe(1024 * 1024);
});

test("a log line is one line of JSON with its time", () => {
  const lines: string[] = [];
  jsonLogger(
    (line) => lines.push(line),
    () => 0,
  )("desk", { outcome: "created\n" });
  expect(lines).toEqual(['{"time":"1970-01-01T00:00:00.000Z","event":"desk","outcome":"created\\n"}\n']);
});

test("metrics are counted by label and shown as Prometheus reads them", () => {
  const metrics = new Metrics();
  metrics.add("sidedesk_refusals_total", 1, 'code="role"');
  metrics.add("sidedesk_refusals_total", 2, 'code="role"');
  metrics.set("sidedesk_connections", 3);
  const text = metrics.text();
  expect(text).toContain('# TYPE sidedesk_refusals_total counter\nsidedesk_refusals_total{code="role"} 3\n');
  expect(text).toContain("# TYPE sidedesk_connections gauge\nsidedesk_connections 3\n");
});
