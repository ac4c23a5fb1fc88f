import { expect, test } from "vitest";
import { parseInviteLink } from "../../shared/desk/invite.ts";
import {
  acceptInvite,
  createDesk,
  makeInvite,
  removeDevice,
  revokeInvite,
} from "../../shared/desk/membership.ts";
import { openProfile } from "../../shared/desk/profile.ts";
import { extendRoster, type Roster, type RosterResult, verifyRoster } from "../../shared/desk/roster.ts";
import { generateDeviceKeys, importEpochKey } from "../../shared/envelope/keys.ts";
import { toHex } from "../../shared/protocol/bytes.ts";

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const DAY = 86_400_000;

function verified(result: RosterResult): Roster {
  if (!result.ok) throw new Error(`${result.failure.code} at ${result.failure.index}`);
  return result.roster;
}

test("an owner founds a desk, invites an assistant, who joins with nobody online and reads every name", async () => {
  const owner = await generateDeviceKeys();
  const desk = await createDesk({ name: "Sample Owner" }, { keys: owner, now: 1000, random });
  const founded = verified(await verifyRoster([desk.entry], { desk: desk.desk }));
  const offer = {
    server: "https://desk.example.com",
    role: "assistant",
    expires: DAY,
    epochKeys: [desk.epochKey],
  } as const;
  const invite = await makeInvite(founded, offer, { keys: owner, now: 2000, random });

  const pasted = parseInviteLink(`Please join:\n<${invite.link}>\n`);
  if (!pasted.ok) throw new Error(pasted.failure.message);
  expect(pasted.link.server).toBe("https://desk.example.com");
  const seen = verified(await verifyRoster([desk.entry, invite.entry], { desk: pasted.link.desk }));
  const assistant = await generateDeviceKeys();
  const joined = await acceptInvite(
    seen,
    pasted.link,
    { name: "Ассистент" },
    { keys: assistant, now: 3000, random },
  );
  if (!joined.ok) throw new Error(joined.failure.message);
  expect(joined.epochKeys).toEqual([desk.epochKey]);

  const roster = verified(await extendRoster(seen, [joined.entry]));
  expect([...roster.members.values()].map((member) => member.role)).toEqual(["owner", "assistant"]);
  const epochKey = await importEpochKey(joined.epochKeys[0]!);
  const names = [];
  for (const { device, sealedProfile } of roster.members.values()) {
    names.push((await openProfile(sealedProfile, { device, epochKey }))?.name);
  }
  expect(names).toEqual(["Sample Owner", "Ассистент"]);

  const leaving = { device: assistant.device, end: { counter: 0, hash: new Uint8Array(32) } };
  const removal = await removeDevice(roster, leaving, { keys: owner, now: 4000 });
  const after = verified(await extendRoster(roster, [removal]));
  expect(after.members.get(toHex(assistant.device))?.removedAt).toBe(4000);
  expect(verified(await verifyRoster([desk.entry, invite.entry, joined.entry, removal]))).toEqual(after);
});

test("a withdrawn invite opens nothing any more", async () => {
  const owner = await generateDeviceKeys();
  const desk = await createDesk({ name: "" }, { keys: owner, now: 1000, random });
  const founded = verified(await verifyRoster([desk.entry]));
  const offer = {
    server: "https://desk.example.com",
    role: "viewer",
    expires: DAY,
    epochKeys: [desk.epochKey],
  } as const;
  const invite = await makeInvite(founded, offer, { keys: owner, now: 2000, random });
  const invited = verified(await extendRoster(founded, [invite.entry]));
  const withdrawn = verified(
    await extendRoster(invited, [await revokeInvite(invited, invite.id, { keys: owner, now: 3000 })]),
  );
  const parsed = parseInviteLink(invite.link);
  if (!parsed.ok) throw new Error(parsed.failure.message);
  const keys = await generateDeviceKeys();
  const refused = await acceptInvite(withdrawn, parsed.link, { name: "" }, { keys, now: 4000, random });
  expect(refused).toMatchObject({ ok: false, failure: { code: "invite-revoked" } });
  // The entry of a joiner who had not seen the withdrawal does not fit either.
  const late = await acceptInvite(invited, parsed.link, { name: "" }, { keys, now: 4000, random });
  if (!late.ok) throw new Error(late.failure.message);
  expect(await extendRoster(withdrawn, [late.entry])).toMatchObject({
    ok: false,
    failure: { code: "out-of-order" },
  });
});
