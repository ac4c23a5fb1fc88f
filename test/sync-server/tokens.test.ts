import { beforeEach, expect, test } from "vitest";
import { type DeviceKeys, generateDeviceKeys, sign } from "../../shared/envelope/keys.ts";
import type { Bytes } from "../../shared/protocol/bytes.ts";
import { tokenStatement } from "../../shared/protocol/token.ts";
import { MemoryTokenStore, Tokens } from "../../sync-server/front/tokens.ts";
import { random } from "./desk-under-test.ts";

const desk = new Uint8Array(16).fill(1);
let now = 1_000_000;
const clock = () => now;
let tokens: Tokens;
const begin = () =>
  new Tokens(
    clock,
    random,
    { challengeLife: 60_000, tokenLife: 60_000 },
    new MemoryTokenStore(random, clock),
  );
let keys: DeviceKeys;

beforeEach(async () => {
  tokens = begin();
  keys = await generateDeviceKeys();
});

async function issue(nonce: Bytes, on = desk): Promise<string | undefined> {
  const signature = await sign(keys.signKey, tokenStatement(on, keys.device, nonce));
  return tokens.issue({ desk: on, device: keys.device }, keys.signPublic, nonce, signature);
}

test("a challenge is spent once", async () => {
  const nonce = tokens.challenge(desk);
  expect(await issue(nonce)).toBeTypeOf("string");
  expect(await issue(nonce)).toBeUndefined();
  const both = tokens.challenge(desk);
  const results = await Promise.all([issue(both), issue(both)]);
  expect(results.filter((token) => token !== undefined)).toHaveLength(1);
});

test("a challenge is good for a minute, on the desk that it was made for", async () => {
  const nonce = tokens.challenge(desk);
  expect(await issue(nonce, new Uint8Array(16).fill(2))).toBeUndefined();
  now += 60_001;
  expect(await issue(nonce)).toBeUndefined();
  expect(await issue(tokens.challenge(desk))).toBeTypeOf("string");
});

test("a challenge that this server did not make is refused, even one made to look fresh", async () => {
  const made = tokens.challenge(desk);
  for (const at of [0, 7, 8, 15, 16, 31]) {
    expect(await issue(made.with(at, made[at]! ^ 1)), `byte ${at}`).toBeUndefined();
  }
  expect(await issue(random(32))).toBeUndefined();
  const restarted = begin();
  expect(await issue(restarted.challenge(desk))).toBeUndefined();
});
