import "fake-indexeddb/auto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readPolicy } from "../../extension/background/policy.ts";
import { device } from "./world.ts";

const nothing = {
  server: null,
  language: null,
  otherServers: true,
  welcomeTab: true,
  presence: true,
  lockAfter: null,
};
const read = (managed: unknown) => {
  const told: string[] = [];
  const policy = readPolicy(managed, (error) => told.push(String(error)));
  return { policy, told };
};
const file = (path: string) => readFileSync(new URL(`../../extension/${path}`, import.meta.url), "utf8");

describe("What an organisation sets", () => {
  it("is nothing where nobody manages the browser", () => {
    for (const managed of [undefined, null, {}, [], "server", 7])
      expect(read(managed)).toEqual({ policy: nothing, told: [] });
  });

  it("is read whole, the server as an origin", () => {
    const managed = {
      server: "desk.example.com/",
      language: "zh-CN",
      otherServers: false,
      welcomeTab: false,
      presence: false,
      lockAfter: 15,
    };
    expect(read(managed)).toEqual({ policy: { ...managed, server: "https://desk.example.com" }, told: [] });
  });

  it("is read one by one: a mistake is left out and reported, the others hold", () => {
    const { policy, told } = read({ server: "http://desk.example.com", language: "de", otherServers: false });
    expect(policy).toEqual({ ...nothing, otherServers: false });
    expect(told).toHaveLength(2);
    expect(told.join()).toMatch(/"server".*https:\/\/desk\.example\.com.*"language"/);
    expect(read({ otherServers: "no", welcomeTab: 0, lockAfter: 7, server: 7 }).policy).toEqual(nothing);
  });

  it("passes over what this version does not know, and takes nothing from a prototype", () => {
    expect(read({ later: true, ["__proto__"]: { server: "https://evil.example.com" } })).toEqual({
      policy: nothing,
      told: [],
    });
  });

  it("has one schema: what the browser is told is what is read", () => {
    const { properties } = JSON.parse(file("public/managed-schema.json")) as {
      properties: Readonly<Record<string, { type: string }>>;
    };
    const wanted = {
      server: "https://desk.example.com",
      otherServers: false,
      language: "lv",
      welcomeTab: false,
      presence: false,
      lockAfter: 15,
    };
    expect(Object.keys(properties).sort()).toEqual(Object.keys(wanted).sort());
    for (const [name, value] of Object.entries(wanted))
      expect(properties[name]?.type.replace("integer", "number")).toBe(typeof value);
  });

  it("is what the examples say, for Chromium browsers and for Firefox", () => {
    const examples = [...file("POLICY.md").matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = ""]) =>
      JSON.parse(text),
    );
    const given = [
      examples[0]["3rdparty"].extensions.EXTENSION_ID,
      examples[1].policies["3rdparty"].Extensions["sidedesk@sidedesk.invalid"],
    ];
    for (const managed of given)
      expect(read(managed)).toEqual({
        policy: {
          server: "https://desk.example.com",
          otherServers: false,
          language: "lv",
          lockAfter: 15,
          welcomeTab: false,
          presence: true,
        },
        told: [],
      });
  });
});

describe("A browser that an organisation manages", () => {
  const state = async ({ engine }: Awaited<ReturnType<typeof device>>) => engine.answer({ q: "state" });

  it("speaks the organisation's language, and takes no other", async () => {
    const managed = await device({ managed: async () => ({ language: "lv" }) });
    expect((await state(managed)).locale).toBe("lv");
    await expect(managed.engine.preferences.setLocale("en")).rejects.toMatchObject({ code: "policy" });
    expect((await state(managed)).locale).toBe("lv");
  });

  it("goes to no server but the organisation's: not to begin, to share, to look or to join", async () => {
    const asked: string[] = [];
    const network = {
      fetch: async (url: string | URL | Request) => {
        asked.push(String(url));
        throw new Error("offline");
      },
      WebSocket: globalThis.WebSocket,
    };
    const managed = async () => ({ server: "https://desk.example.com", otherServers: false });
    const { engine } = await device({ managed, network });
    const other = "https://other.example.com";
    const link = `web+sidedesk:join?server=${encodeURIComponent(other)}&desk=${"A".repeat(22)}#${"A".repeat(43)}`;
    const local = await engine.desks.create("Board office", "Assistant 1");
    await expect(engine.desks.create("x", "y", { server: other })).rejects.toMatchObject({ code: "policy" });
    await expect(engine.desks.setServer(local, other)).rejects.toMatchObject({ code: "policy" });
    await expect(engine.desks.checkServer(other)).rejects.toMatchObject({ code: "policy" });
    await expect(engine.desks.join(link, "Assistant 1")).rejects.toMatchObject({ code: "policy" });
    expect(asked).toEqual([]);
    await expect(engine.desks.checkServer("desk.example.com")).rejects.toMatchObject({ code: "offline" });
    expect(asked).toEqual(["https://desk.example.com/about"]);
  });

  it("stops the sync of a desk whose server is no longer allowed, says why, and goes on when it is again", async () => {
    let managed: unknown = {};
    const { engine, db } = await device({ managed: async () => managed });
    const desk = await engine.desks.create("Board office", "Assistant 1");
    await db.put("desks", {
      ...(await db.get("desks", desk))!,
      server: "https://other.example.com",
      published: true,
    });
    const phase = async () => (await engine.answer({ q: "state" })).desks[0]?.sync;
    managed = { otherServers: false };
    await engine.policyChanged();
    await expect.poll(phase).toMatchObject({ phase: "stopped", problem: { code: "policy" } });
    managed = {};
    await engine.policyChanged();
    await expect.poll(phase).toMatchObject({ phase: "offline", problem: null });
  });
});
