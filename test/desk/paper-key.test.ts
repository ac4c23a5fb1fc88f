import fc from "fast-check";
import { expect, test } from "vitest";
import {
  paperKeyLink,
  paperKeySecret,
  paperKeyText,
  parsePaperKeyLink,
  readPaperKey,
} from "../../shared/desk/paper-key.ts";

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const keys = fc.record({ desk: bytes(16), seed: bytes(16) }).map(({ desk, seed }) => ({
  desk: new Uint8Array(desk),
  seed: new Uint8Array(seed),
}));
const sample = { desk: new Uint8Array(16).fill(7), seed: new Uint8Array(16).fill(200) };
const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

test("every paper key is read back as it was printed", () => {
  fc.assert(
    fc.property(keys, (key) => {
      const text = paperKeyText(key);
      expect(text).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){12}[0-9A-HJKMNP-TV-Z]{5}$/);
      expect(readPaperKey(text)).toEqual({ ok: true, key });
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ["in small letters", (text: string) => text.toLowerCase()],
  ["without dashes", (text: string) => text.replaceAll("-", "")],
  ["on several lines", (text: string) => text.replaceAll("-", "  \r\n")],
  [
    "with letters for the digits that they look like",
    (text: string) => text.replaceAll("0", "o").replaceAll("1", "l"),
  ],
  ["with a capital I", (text: string) => text.replaceAll("1", "I")],
])("a paper key is read %s", (_, typed) => {
  expect(readPaperKey(typed(paperKeyText(sample)))).toEqual({ ok: true, key: sample });
});

test("one wrong character anywhere is found, with the group that it is in", () => {
  const text = paperKeyText(sample);
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "-") continue;
    for (const other of DIGITS) {
      if (other === text[at]) continue;
      const read = readPaperKey(text.slice(0, at) + other + text.slice(at + 1));
      const groups = [Math.floor(at / 6) + 1];
      expect(read, `${other} at ${at}`).toEqual({ ok: false, problem: { code: "mistyped", groups } });
    }
  }
});

test("two neighbours that were exchanged are found, and so are two groups", () => {
  fc.assert(
    fc.property(keys, fc.nat(63), (key, which) => {
      const digits = [...paperKeyText(key).replaceAll("-", "")];
      const [a, b] = [digits[which]!, digits[which + 1]!];
      fc.pre(a !== b);
      const read = readPaperKey(
        digits
          .with(which, b)
          .with(which + 1, a)
          .join(""),
      );
      const inOneGroup = which % 5 !== 4;
      if (inOneGroup) expect(read.ok).toBe(false);
    }),
    { numRuns: 2_000 },
  );
  const groups = paperKeyText(sample).split("-");
  const swapped = groups.with(2, groups[5]!).with(5, groups[2]!).join("-");
  expect(readPaperKey(swapped)).toMatchObject({ ok: false, problem: { groups: [3, 6] } });
});

test("one that is on its way is incomplete, and says which of its whole groups are wrong", () => {
  const text = paperKeyText(sample);
  expect(readPaperKey("")).toEqual({ ok: false, problem: { code: "incomplete", groups: [] } });
  expect(readPaperKey(text.slice(0, 20))).toEqual({ ok: false, problem: { code: "incomplete", groups: [] } });
  const wrong = `${text[0] === "0" ? "2" : "0"}${text.slice(1, 20)}`;
  expect(readPaperKey(wrong)).toEqual({ ok: false, problem: { code: "incomplete", groups: [1] } });
  expect(readPaperKey(`${text}-${text}`)).toMatchObject({ ok: false, problem: { code: "incomplete" } });
});

test("any other text is no paper key, and never more than that", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 100 }), (text) => {
      expect(readPaperKey(text).ok).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});

test("the link of its QR code gives server and key back, and leads nowhere without encryption", () => {
  const link = paperKeyLink("https://desk.example.com:8443", sample);
  expect(link).toBe(
    `web+sidedesk:recover?server=https%3A%2F%2Fdesk.example.com%3A8443#${paperKeyText(sample)}`,
  );
  const read = parsePaperKeyLink(`see <${link}>`);
  expect(read?.server).toBe("https://desk.example.com:8443");
  expect(readPaperKey(read!.characters)).toEqual({ ok: true, key: sample });
  for (const server of ["http://desk.example.com", "ftp://desk.example.com", "%E0%A4%A"])
    expect(
      parsePaperKeyLink(`web+sidedesk:recover?server=${server}#${paperKeyText(sample)}`),
    ).toBeUndefined();
});

test("its secret is another one on another desk, and with another seed", async () => {
  const secret = await paperKeySecret(sample);
  expect(secret).toHaveLength(32);
  expect(await paperKeySecret({ ...sample, desk: new Uint8Array(16) })).not.toEqual(secret);
  expect(await paperKeySecret({ ...sample, seed: new Uint8Array(16) })).not.toEqual(secret);
});
