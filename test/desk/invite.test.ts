import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openEpochKey, sealEpochKey } from "../../shared/desk/epochs.ts";
import { inviteKeys, inviteLinkText, parseInviteLink } from "../../shared/desk/invite.ts";
import { importSignPublicKey, sign, signatureHolds } from "../../shared/envelope/keys.ts";

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const link = {
  server: "https://desk.example.com:8443",
  desk: new Uint8Array(16).fill(7),
  secret: new Uint8Array(32).fill(200),
};
const text = inviteLinkText(link);

describe("an invitation's link", () => {
  test("is what the manual shows, with the secret in its fragment only", () => {
    expect(text).toBe(
      "web+sidedesk:join?server=https%3A%2F%2Fdesk.example.com%3A8443&desk=BwcHBwcHBwcHBwcHBwcHBw#yMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMg",
    );
    expect(new URL(text).hash.slice(1)).toHaveLength(43);
  });

  test.each([
    ["as it is", text],
    ["with spaces around it", `  \n${text}\t `],
    ["in angle brackets", `<${text}>`],
    ["in quotes", `“${text}”`],
    ["at a sentence's end", `Please use ${text}. Thank you`.replace(". Thank you", ".")],
    ["wrapped by a mail program", text.replace(/(.{30})/g, "$1\r\n ")],
    ["with invisible characters", text.replace("desk=", "\u200bdesk=\u00ad")],
    ["copied from HTML source", text.replace("&", "&amp;")],
    ["in the middle of a mail", `Dear colleague,\r\n\r\n${text}\r\n\r\nKind regards\r\nPrincipal A`],
    ["with the next word behind a line break alone", `${text}\nThanks`],
    ["in a quoted mail", `> Hello\n> ${text.replace(/(.{40})/g, "$1\n> ")}\n> Regards`],
    ["after a sentence about it", `Copy all from “web+sidedesk:join” to its end: ${text} (once)`],
    ["after one that was cut off", `web+sidedesk:join?server=https\n\n${text}`],
    ["with a scheme in capitals", text.replace("web+sidedesk", "WEB+SIDEDESK")],
  ])("is understood %s", (_, pasted) => {
    expect(parseInviteLink(pasted)).toEqual({ ok: true, link });
  });

  test.each([
    ["not-an-invite", ""],
    ["not-an-invite", "https://desk.example.com/join"],
    ["damaged", "web+sidedesk:join"],
    ["damaged", text.slice(0, -1)],
    ["damaged", `${text}AAAA`],
    ["damaged", `${text}Thanks`],
    ["damaged", `${text.slice(0, -1)}\nThanks`],
    ["damaged", `Hello ${text.slice(0, -6)} and goodbye`],
    ["damaged", text.replace(/#.*/, "")],
    ["damaged", text.replace("desk=B", "desk=")],
    ["damaged", text.replace("https%3A", "%E0%A4%A")],
    ["damaged", text.replace("https%3A%2F%2Fdesk.example.com%3A8443", "nowhere")],
    ["insecure-server", text.replace("https", "http")],
    ["insecure-server", text.replace("https%3A", "javascript%3A")],
  ])("is refused as %s: %s", (code, pasted) => {
    expect(parseInviteLink(pasted)).toMatchObject({ ok: false, failure: { code } });
  });

  test("may name a server on one's own machine without encryption", () => {
    const local = inviteLinkText({ ...link, server: "http://127.0.0.1:8787" });
    expect(parseInviteLink(local)).toMatchObject({ ok: true, link: { server: "http://127.0.0.1:8787" } });
  });

  test("keeps any server, desk and secret, and never throws on other text", () => {
    const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
    fc.assert(
      fc.property(
        fc.domain(),
        fc.integer({ min: 1024, max: 65535 }),
        bytes(16),
        bytes(32),
        (host, port, desk, secret) => {
          const server = new URL(`https://${host}:${port}`).origin;
          const one = { server, desk: new Uint8Array(desk), secret: new Uint8Array(secret) };
          expect(parseInviteLink(inviteLinkText(one))).toEqual({ ok: true, link: one });
        },
      ),
      { numRuns: 100 },
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (noise) => {
        expect(parseInviteLink(`web+sidedesk:join?${noise}`).ok).toBe(false);
      }),
    );
  });
});

describe("an invite's secret", () => {
  test("stands for one pair of keys, whoever derives them", async () => {
    const secret = random(32);
    const [inviter, joiner] = [await inviteKeys(secret), await inviteKeys(secret)];
    expect(joiner.signPublic).toEqual(inviter.signPublic);
    const statement = new Uint8Array([1, 2, 3]);
    const key = await importSignPublicKey(inviter.signPublic);
    expect(await signatureHolds(key, await sign(joiner.signKey, statement), statement)).toBe(true);
    expect(joiner.signKey.extractable).toBe(false);
    expect((await inviteKeys(random(32))).signPublic).not.toEqual(inviter.signPublic);
  });

  test("opens what is sealed to it, and no other secret does", async () => {
    const [keys, others] = [await inviteKeys(random(32)), await inviteKeys(random(32))];
    const [key, place] = [random(32), { desk: link.desk, epoch: 3, id: random(16) }];
    const sealed = (await sealEpochKey(key, keys.sealPublic, place))!;
    expect(await openEpochKey(sealed, keys, place)).toEqual(key);
    expect(await openEpochKey(sealed, others, place)).toBeUndefined();
    expect(keys.sealKey.extractable).toBe(false);
  });
});
