import { expect, test } from "vitest";
import { toHex } from "../../shared/protocol/bytes.ts";
import { tokenStatement, vouchStatement } from "../../shared/protocol/token.ts";

const [desk, device, nonce] = [
  new Uint8Array(16).fill(1),
  new Uint8Array(16).fill(2),
  new Uint8Array(32).fill(3),
];

test("what is signed to be let in says what it is for, and can be read as nothing else that is signed", () => {
  const said = tokenStatement(desk, device, nonce);
  expect(new TextDecoder().decode(said.subarray(0, 18))).toBe("sidedesk token v1\0");
  expect(toHex(said.subarray(18))).toBe("01".repeat(16) + "02".repeat(16) + "03".repeat(32));
  expect(() => tokenStatement(desk.subarray(1), device, nonce)).toThrow("16 bytes were expected");
  const vouched = vouchStatement(desk, new Uint8Array([7, 8]));
  expect(new TextDecoder().decode(vouched.subarray(0, 18))).toBe("sidedesk vouch v1\0");
  expect(toHex(vouched.subarray(18))).toBe(`${"01".repeat(16)}0708`);
});
