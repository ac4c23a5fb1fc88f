import { describe, expect, it } from "vitest";
import { hashPassphrase, isFit, isPassphrase } from "../../shared/envelope/passphrase.ts";
import { toHex, utf8 } from "../../shared/protocol/bytes.ts";

const SALT = new Uint8Array(16).fill(7);

describe("A passphrase", () => {
  it("is hashed by PBKDF2 with HMAC-SHA-256 (first half of the vector of RFC 7914, section 11)", async () => {
    const { hash } = await hashPassphrase("passwd", utf8("salt"), 1);
    expect(toHex(hash)).toBe("55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc");
  });

  it("is hashed as often as OWASP asks for, and known again; another one is not", async () => {
    const kept = await hashPassphrase("right horse battery", SALT);
    expect(kept.iterations).toBeGreaterThanOrEqual(600_000);
    expect(await isPassphrase("right horse battery", kept)).toBe(true);
    expect(await isPassphrase("right horse batterz", kept)).toBe(false);
    expect(await isPassphrase("", kept)).toBe(false);
  });

  it("is the same however its accents were typed", async () => {
    const kept = await hashPassphrase("kafijas krūzīte".normalize("NFD"), SALT, 1000);
    expect(await isPassphrase("kafijas krūzīte".normalize("NFC"), kept)).toBe(true);
  });

  it("has at least eight characters as people count them, and an end", () => {
    expect(isFit("1234567")).toBe(false);
    expect(isFit("12345678")).toBe(true);
    expect(isFit("😀".repeat(4))).toBe(false);
    expect(isFit("x".repeat(201))).toBe(false);
  });
});
