import { expect, test } from "vitest";
import { openProfile, profileEpoch, sealProfile } from "../../shared/desk/profile.ts";
import { importEpochKey } from "../../shared/envelope/keys.ts";

const place = async (fill = 1) => ({
  device: new Uint8Array(16).fill(2),
  epoch: 3,
  epochKey: await importEpochKey(new Uint8Array(32).fill(fill)),
  nonce: crypto.getRandomValues(new Uint8Array(12)),
});

test.each(["", "Sample Owner", "Nguyễn Thị Mẫu", "示例助理", "👩🏽‍💼".repeat(8)])(
  "the name %j is given back",
  async (name) => {
    const at = await place();
    const sealed = await sealProfile({ name }, at);
    expect(await openProfile(sealed, at)).toEqual({ name });
    expect(profileEpoch(sealed)).toBe(3);
  },
);

test("a profile also says what the device is called, a founder's what the desk is", async () => {
  const at = await place();
  for (const profile of [
    { name: "Sample Owner", desk: "示例办公室" },
    { name: "", desk: "Office" },
    { name: "Sample Owner", device: "Chrome · Windows" },
    { name: "ž".repeat(60), desk: "ž".repeat(45), device: "ž".repeat(20) },
  ]) {
    expect(await openProfile(await sealProfile(profile, at), at)).toEqual(profile);
  }
});

test("the sealed size does not tell the name's length, and a name too long is cut at a whole character", async () => {
  const at = await place();
  const sizes = await Promise.all(
    ["", "A", "ž".repeat(60)].map(async (name) => (await sealProfile({ name }, at)).length),
  );
  expect(new Set(sizes).size).toBe(1);
  expect(await openProfile(await sealProfile({ name: "ž".repeat(200) }, at), at)).toEqual({
    name: "ž".repeat(60),
  });
});

test("a profile does not open with another desk's key, for another device, or changed", async () => {
  const at = await place();
  const sealed = await sealProfile({ name: "Sample Owner" }, at);
  expect(await openProfile(sealed, await place(9))).toBeUndefined();
  expect(await openProfile(sealed, { ...at, device: new Uint8Array(16).fill(3) })).toBeUndefined();
  for (const index of [4, 16, sealed.length - 1]) {
    expect(await openProfile(sealed.with(index, sealed[index]! ^ 1), at)).toBeUndefined();
  }
  expect(await openProfile(new Uint8Array(3), at)).toBeUndefined();
});

test("names are given without what is not seen: a turned direction, controls, an empty width", async () => {
  const at = await place();
  const profile = {
    name: "Anna\u202e \u2066renwo\u2069\u0000\n",
    desk: "\u200bBoard\ufeff office",
    device: "\u200f",
  };
  expect(await openProfile(await sealProfile(profile, at), at)).toEqual({
    name: "Anna renwo",
    desk: "Board office",
  });
});
