import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { toHex } from "../../shared/protocol/bytes.ts";
import { DeskUnderTest, type Line, scratchFolder, serve } from "./desk-under-test.ts";

const KILLS = Number(process.env.SIDEDESK_KILLS ?? 20);

let scratch: ReturnType<typeof scratchFolder>;
beforeEach(() => {
  scratch = scratchFolder();
});
afterEach(() => scratch.remove());

/** The real server in a process of its own. */
async function startProcess(
  port: number,
): Promise<{ child: ChildProcess; url: string; output: () => string }> {
  const args = ["sync-server/main.ts", "--data", scratch.folder, "--port", String(port)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stderr?.on("data", (part) => {
    output += part;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on("data", (part) => {
      output += part;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output);
      if (found) resolve(found[0]);
    });
    child.on("exit", (code) => reject(new Error(`the server ended with ${code}: ${output}`)));
  });
  return { child, url, output: () => output };
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.on("exit", resolve));
}

test("a restart keeps desks, rosters, envelopes, and where each device's chain stands", async () => {
  const first = await serve(scratch.folder);
  const desk = await DeskUnderTest.found(first.url);
  const assistant = await desk.join("assistant");
  const line = await desk.connect(desk.owner);
  await line.append(1, [await desk.seal(desk.owner, "before")]);
  await first.close();
  expect(await line.closed).toBe(1001);

  const second = await serve(scratch.folder);
  desk.url = second.url;
  const again = await desk.connect(desk.owner, 0, 3);
  expect(again.caughtUp.map((frame) => frame.type)).toEqual(["welcome", "entries", "caughtUp"]);
  expect(again.caughtUp[0]).toMatchObject({ head: 1, counter: 1, rosterHead: desk.roster.head });
  expect(await again.append(2, [await desk.seal(desk.owner, "after")])).toMatchObject({
    type: "acked",
    seqs: [2],
  });
  const other = await desk.connect(assistant);
  expect(await other.append(1, [await desk.seal(assistant, "theirs")])).toMatchObject({ seqs: [3] });
  await second.close();
});

test(
  `kill -9 under load, ${KILLS} times: everything that was acknowledged is there, once and in order`,
  async () => {
    let server = await startProcess(0);
    const port = Number(new URL(server.url).port);
    const desk = await DeskUnderTest.found(server.url);
    const devices = [desk.owner, await desk.join("assistant"), await desk.join("principal")];
    const acknowledged = new Map<number, string>();
    /** What each device has sealed and not yet seen acknowledged: it is sent again after a crash, as a device does. */
    const outboxes = devices.map((): Uint8Array<ArrayBuffer>[] => []);

    const work = async (line: Line, which: number) => {
      const outbox = outboxes[which]!;
      for (let request = 1; ; request++) {
        while (outbox.length < 8)
          outbox.push(await desk.seal(devices[which]!, `${which}: ${"x".repeat(200)}`));
        const answer = await line.append(request, outbox);
        if (answer.type !== "acked") throw new Error(`refused: ${JSON.stringify(answer)}`);
        for (const [index, seq] of answer.seqs.entries()) acknowledged.set(seq, toHex(outbox[index]!));
        outbox.length = 0;
      }
    };

    for (let kill = 0; kill < KILLS; kill++) {
      const lines = [];
      for (const device of devices) lines.push(await desk.connect(device, Number.MAX_SAFE_INTEGER));
      const working = lines.map((line, which) => work(line, which).catch((error: Error) => error.message));
      // Spread the moments of the kills over the phases of a commit.
      await new Promise((resolve) => setTimeout(resolve, 30 + ((kill * 37) % (KILLS > 20 ? 400 : 90))));
      server.child.removeAllListeners("exit");
      const gone = ended(server.child);
      server.child.kill("SIGKILL");
      await gone;
      expect(await Promise.all(working)).toEqual(devices.map(() => "the socket ended"));
      server = await startProcess(port);
    }
    const { caughtUp } = await desk.connect(devices[0]!);
    const kept = caughtUp.flatMap((frame) => (frame.type === "entries" ? frame.items : []));
    expect(kept.map((item) => item.seq)).toEqual(kept.map((_, index) => index + 1));
    const envelopeBySeq = new Map(kept.map((item) => [item.seq, toHex(item.envelope)]));
    const lost = [...acknowledged].filter(([seq, envelope]) => envelopeBySeq.get(seq) !== envelope);
    expect(lost).toEqual([]);
    expect(new Set(envelopeBySeq.values()).size).toBe(kept.length);
    expect(acknowledged.size).toBeGreaterThan(KILLS * 10);

    server.child.removeAllListeners("exit");
    const gone = ended(server.child);
    server.child.kill("SIGTERM");
    expect(await gone).toBe(0);
  },
  KILLS * 3_000,
);

test("a full disk refuses by name, loses nothing, and the server lives on for reading and for others", async () => {
  const server = await serve(scratch.folder, { log: { maxPages: 80 } });
  const desk = await DeskUnderTest.found(server.url);
  const line = await desk.connect(desk.owner);
  const kept: string[] = [];
  for (let request = 1; request <= 30; request++) {
    const before = { ...desk.owner };
    const envelope = await desk.seal(desk.owner, "x".repeat(20_000));
    const answer = await line.append(request, [envelope]);
    if (answer.type === "acked") kept.push(toHex(envelope));
    else {
      expect(answer).toMatchObject({ type: "refused", code: "storage-full" });
      Object.assign(desk.owner, before);
    }
  }
  expect(kept.length).toBeGreaterThan(5);
  expect(kept.length).toBeLessThan(20);
  const { caughtUp } = await desk.connect(desk.owner);
  const items = caughtUp.flatMap((frame) => (frame.type === "entries" ? frame.items : []));
  expect(items.map((item) => toHex(item.envelope))).toEqual(kept);
  await server.close();
});

test("nothing that members write or are called is in any file, answer or log line of the server", async () => {
  const canaries = [
    "Canary-Document",
    "Canary-Change",
    "Canary-Owner",
    "Canary-Assistant",
    "Canary-Snapshot",
    "Canary-Presence",
  ];
  const bytes = (text: string) => new TextEncoder().encode(text.repeat(20));
  const server = await serve(scratch.folder);
  const desk = await DeskUnderTest.found(server.url, "Canary-Owner");
  const assistant = await desk.join("assistant", "Canary-Assistant");
  const [line, other] = [await desk.connect(desk.owner), await desk.connect(assistant)];
  const envelopes = [
    await desk.seal(desk.owner, {
      type: "changes",
      document: "Canary-Document",
      changes: [bytes("Canary-Change")],
    }),
    await desk.seal(desk.owner, {
      type: "snapshot",
      document: "x",
      covers: 1,
      heads: [],
      bytes: bytes("Canary-Snapshot"),
    }),
  ];
  expect(await line.append(1, envelopes)).toMatchObject({ type: "acked" });
  line.send({
    type: "presence",
    sealed: await desk.seal(desk.owner, { type: "presence", bytes: bytes("Canary-Presence") }),
  });
  await other.until("seen");
  // What provokes log lines and error messages.
  await fetch(`${server.url}/desks/Canary-Document`);
  other.socket.send("Canary-Change");
  await other.closed;
  const places = new Map<string, Buffer>();
  for (const name of readdirSync(scratch.folder)) places.set(name, readFileSync(join(scratch.folder, name)));
  expect([...places.keys()].toSorted()).toEqual([
    "sidedesk.sqlite",
    "sidedesk.sqlite-shm",
    "sidedesk.sqlite-wal",
  ]);
  expect(places.get("sidedesk.sqlite-wal")!.includes(envelopes[0]!.subarray(0, 100))).toBe(true);
  places.set("log lines", Buffer.from(server.logged.join("")));
  places.set("metrics", Buffer.from(await (await fetch(`${server.url}/metrics`)).text()));
  places.set("roster", Buffer.from(await (await fetch(`${desk.address}/roster`)).arrayBuffer()));
  await server.close();
  places.set("database after closing", readFileSync(join(scratch.folder, "sidedesk.sqlite")));
  expect(existsSync(join(scratch.folder, "sidedesk.sqlite-wal"))).toBe(false);
  const secrets: [string, Uint8Array][] = canaries.map((canary) => [canary, Buffer.from(canary)]);
  secrets.push(["the epoch's key", desk.epochKeys[0]!]);
  for (const [place, content] of places) {
    for (const [name, secret] of secrets) expect(content.includes(secret), `${name} in ${place}`).toBe(false);
  }
});
