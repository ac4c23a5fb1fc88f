import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hexFromDecimal, hexFromPermId, hexId, threadIdFromHash } from "../../extension/webmail/gmail/ids.ts";
import { graphId, idFromAddress, kindOfId } from "../../extension/webmail/outlook/ids.ts";

/** The inverse of what Gmail's address carries, written out the slow way: digit by digit, without big integers. */
function token(text: string): string {
  const base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const consonants = "BCDFGHJKLMNPQRSTVWXZbcdfghjklmnpqrstvwxz";
  const digits = [0];
  for (const letter of btoa(text).replace(/=+$/, "")) {
    let carry = base64.indexOf(letter);
    for (let place = 0; place < digits.length || carry > 0; place++) {
      const value = (digits[place] ?? 0) * 64 + carry;
      digits[place] = value % 40;
      carry = Math.floor(value / 40);
    }
  }
  return digits
    .reverse()
    .map((digit) => consonants[digit])
    .join("");
}

const threadNumber = fc.bigInt({ min: 1n << 60n, max: (1n << 63n) - 1n });

describe("Gmail ids", () => {
  it("writes a decimal id as the API's hex", () => {
    expect(hexFromDecimal("1849702416253841921")).toBe("19ab768c24fdf201");
    fc.assert(fc.property(threadNumber, (id) => hexFromDecimal(String(id)) === id.toString(16)));
  });

  it.each(["", "0", "-1", "1.5", "undefined", "18446744073709551616", "1e9"])(
    "takes %j for no decimal id",
    (value) => {
      expect(hexFromDecimal(value)).toBeNull();
    },
  );

  it("reads thread and message attributes, and no local ids", () => {
    expect(hexFromPermId("thread-f:255")).toBe("ff");
    expect(hexFromPermId("#msg-f:255")).toBe("ff");
    for (const local of ["#msg-a:r255", "thread-a:r-255", "undefined", "", null, undefined]) {
      expect(hexFromPermId(local)).toBeNull();
    }
  });

  it("takes only hex digits for an id", () => {
    expect(hexId("19ab768c24fdf201")).toBe("19ab768c24fdf201");
    for (const value of ["undefined", "", "19AB7BE3FDA70A01", "19ab768c24fdf201ff", "xyz", null])
      expect(hexId(value)).toBeNull();
  });

  it("decodes the token of an address", () => {
    expect(token("f:1850000000000000000")).toBe("FMfcgzQdzcnDvjrHdmKftmBGDsmbkDvV");
    fc.assert(
      fc.property(
        threadNumber,
        (id) => threadIdFromHash(`#search/annex+2/${token(`f:${id}`)}`) === id.toString(16),
      ),
    );
  });

  it("takes the thread of a token that names a message behind it", () => {
    const id = 1850000000000000000n;
    expect(threadIdFromHash(`#inbox/${token(`f:${id}|msg-f:${id + 1n}`)}`)).toBe(id.toString(16));
    expect(threadIdFromHash(`#inbox/${token(`f:${id}x`)}`)).toBeNull();
  });

  it("knows the prefixes of local threads, and gives them no id", () => {
    expect(token("a:r1234567890123456789")).toMatch(/^KtbxL/);
    expect(token("a:r-1234567890123456789")).toMatch(/^QgrcJ/);
    expect(threadIdFromHash(`#sent/${token("a:r1234567890123456789")}`)).toBeNull();
    expect(threadIdFromHash(`#sent/${token("a:r-1234567890123456789")}`)).toBeNull();
  });

  it("takes a raw hex id in an address, and nothing else", () => {
    expect(threadIdFromHash("#inbox/19ab768c24fdf201")).toBe("19ab768c24fdf201");
    for (const hash of [
      "",
      "#inbox",
      "#label/Travel",
      "#inbox/p2",
      "#search/FMfcgz",
      "#inbox/FMfcgzQdzcnDvjrHdmKftmBGDsmbkDvA",
    ]) {
      expect(threadIdFromHash(hash)).toBeNull();
    }
  });

  it("survives any address", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (hash) => {
        const id = threadIdFromHash(`#${hash}`);
        return id === null || /^[0-9a-f]{1,16}$/.test(id);
      }),
    );
  });
});

describe("Outlook ids", () => {
  it("writes an Exchange id as Graph does: / is -, + is _", () => {
    expect(graphId("AAQkADhjNDQ+cHJhY3RpY2U/x+EAB=")).toBe("AAQkADhjNDQ_cHJhY3RpY2U-x_EAB=");
    expect(graphId("AAQkADhjNDQ_cHJhY3RpY2U-x_EAB=")).toBe("AAQkADhjNDQ_cHJhY3RpY2U-x_EAB=");
    for (const value of ["", "short", "AAQk ADhj NDQ+ cHJh Y3Rp", null, undefined])
      expect(graphId(value)).toBeNull();
  });

  it("tells conversations from messages", () => {
    expect(kindOfId("AAQkADhj")).toBe("conversation");
    expect(kindOfId("AQQkADhj")).toBe("conversation");
    expect(kindOfId("AAMkADhj")).toBe("item");
    expect(kindOfId("AQMkADhj")).toBe("item");
    expect(kindOfId("BBQkADhj")).toBeNull();
  });

  it.each([
    "https://outlook.office.com/mail/inbox/id/AAQkADhjNDQ%2BcHJhY3RpY2U%2Fx%2BEAB%3D",
    "https://outlook.live.com/mail/0/inbox/id/AAQkADhjNDQ%2BcHJhY3RpY2U%2Fx%2BEAB%3D",
    "https://outlook.cloud.microsoft/mail/deeplink/read/AAQkADhjNDQ%2BcHJhY3RpY2U%2Fx%2BEAB%3D?popoutv2=1",
    "https://outlook.office365.com/mail/?ItemID=AAQkADhjNDQ%2BcHJhY3RpY2U%2Fx%2BEAB%3D&exvsurl=1",
    "https://outlook.office365.com/owa/?ItemID=AAQkADhjNDQ+cHJhY3RpY2U/x+EAB=",
  ])("reads the id in %s", (address) => {
    expect(idFromAddress(new URL(address))).toBe("AAQkADhjNDQ_cHJhY3RpY2U-x_EAB=");
  });

  it.each(["/mail/inbox", "/mail/", "/mail/inbox/id/", "/mail/inbox/id/%E0%A4%A", "/calendar/view/week"])(
    "finds no id in %s",
    (path) => {
      expect(idFromAddress(new URL(path, "https://outlook.office.com"))).toBeNull();
    },
  );
});
