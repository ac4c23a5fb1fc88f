import { expect, test } from "vitest";
import type { StoredDesk } from "../../extension/background/storage/database.ts";
import { Incoming } from "../../extension/background/sync/incoming.ts";
import { parseInviteLink } from "../../shared/desk/invite.ts";
import { acceptInvite, createDesk, makeInvite } from "../../shared/desk/membership.ts";
import { type Roster, verifyRoster } from "../../shared/desk/roster.ts";
import { NO_PREVIOUS, sealEnvelope } from "../../shared/envelope/envelope.ts";
import { generateDeviceKeys, importEpochKey } from "../../shared/envelope/keys.ts";
import { toHex } from "../../shared/protocol/bytes.ts";
import { random } from "./world.ts";

const rosterOf = async (entries: readonly Uint8Array[]): Promise<Roster> => {
  const verified = await verifyRoster(entries);
  if (!verified.ok) throw new Error(verified.failure.message);
  return verified.roster;
};

/** A desk whose second member has this role, and an envelope that this member has sealed. */
async function envelopeOf(role: "assistant" | "viewer") {
  const now = Date.now();
  const owner = await generateDeviceKeys();
  const keys = await generateDeviceKeys();
  const made = await createDesk({ name: "Assistant 1" }, { keys: owner, now, random });
  const offer = {
    server: "https://desk.example.com",
    role,
    expires: now + 60_000,
    epochKeys: [made.epochKey],
  };
  const invited = await makeInvite(await rosterOf([made.entry]), offer, { keys: owner, now, random });
  const link = parseInviteLink(invited.link);
  if (!link.ok) throw new Error(link.failure.message);
  const entries = [made.entry, invited.entry];
  const joined = await acceptInvite(
    await rosterOf(entries),
    link.link,
    { name: "Second" },
    { keys, now, random },
  );
  if (!joined.ok) throw new Error(joined.failure.message);
  entries.push(joined.entry);
  const envelope = await sealEnvelope({
    desk: made.desk,
    epoch: 1,
    epochKey: await importEpochKey(made.epochKey),
    device: keys.device,
    signKey: keys.signKey,
    counter: 1,
    previous: NO_PREVIOUS,
    payload: { type: "changes", document: "lasting", changes: [new Uint8Array([1])] },
    nonce: random(12),
  });
  const desk = { id: toHex(made.desk), epochKeys: [made.epochKey], cursor: 1 } as unknown as StoredDesk;
  const items = [{ seq: 1, at: now, envelope }];
  return {
    open: async () =>
      new Incoming().open(items, desk, await rosterOf(entries), new Map(), toHex(owner.device)),
  };
}

test("a device opens what an assistant wrote", async () => {
  const { open } = await envelopeOf("assistant");
  expect((await open()).received).toHaveLength(1);
});

test("a device takes nothing from somebody who may only read, even where a server lets it pass", async () => {
  const { open } = await envelopeOf("viewer");
  await expect(open()).rejects.toMatchObject({ code: "stranger" });
});
