import { describe, expect, test } from "vitest";
import { MAX_OWN } from "../../shared/desk/body.ts";
import {
  acceptInvite,
  changeRole,
  makeInvite,
  makeOwnInvite,
  openInvite,
  removeDevice,
  removePerson,
  revokeInvite,
} from "../../shared/desk/membership.ts";
import { owedBy } from "../../shared/desk/owed.ts";
import { ownInvitesOf, remainingOf } from "../../shared/desk/person.ts";
import { spanOf } from "../../shared/desk/roles.ts";
import { extendRoster } from "../../shared/desk/roster.ts";
import { generateDeviceKeys } from "../../shared/envelope/keys.ts";
import { type Bytes, toHex } from "../../shared/protocol/bytes.ts";
import { Desk, type Holder, linkOf, nothingWritten, random } from "./desk-under-test.ts";

const endsOf = (...devices: Bytes[]) =>
  devices.sort((a, b) => (toHex(a) < toHex(b) ? -1 : 1)).map((device) => ({ device, end: nothingWritten }));
const memberOf = (desk: Desk, { keys }: Holder) => desk.roster.members.get(toHex(keys.device))!;

/** A link or paper key of a device's own, on the roster. */
async function ownLink(desk: Desk, by: Holder, use: "device" | "recovery" = "device", expires = 1e9) {
  const secret = random(32);
  await desk.learn(by);
  const offer = { use, expires: use === "recovery" ? 0 : expires, epochKeys: by.epochKeys, secret };
  const { entry, id } = await makeOwnInvite(desk.roster, offer, desk.acting(by));
  await desk.take(entry);
  return { secret, id };
}

async function joinWith(desk: Desk, secret: Bytes): Promise<Holder> {
  const keys = await generateDeviceKeys();
  const joined = await acceptInvite(desk.roster, { secret }, { name: "" }, { ...desk.acting(), keys });
  if (!joined.ok) throw new Error(joined.failure.code);
  await desk.take(joined.entry);
  return { keys, epochKeys: joined.epochKeys };
}

const attempt = async (desk: Desk, entry: Promise<Bytes>) => extendRoster(desk.roster, [await entry]);
const refused = (code: string) => ({ ok: false, failure: { code } });

describe("a person's second device", () => {
  test.each(["owner", "assistant", "principal", "viewer"] as const)(
    "joins by a link of an %s's first, as the same person with the same role",
    async (role) => {
      const desk = await Desk.found();
      const first = await desk.join(role);
      const { secret } = await ownLink(desk, first);
      const second = await joinWith(desk, secret);
      expect(memberOf(desk, second)).toMatchObject({ role, person: first.keys.device });
      expect(remainingOf(desk.roster, first.keys.device)).toHaveLength(2);
      expect(owedBy(desk.roster, desk.now).epoch).toBe(true);
      expect((await openInvite(desk.roster, secret, desk.now)).ok).toBe(false);
      await desk.renewKey();
      for (const holder of [first, second]) await desk.learn(holder);
      expect(second.epochKeys).toEqual(first.epochKeys);
    },
  );

  test("has the role that the person has when it joins, and its end", async () => {
    const desk = await Desk.found();
    const first = await desk.join("assistant");
    const { device } = first.keys;
    const { secret } = await ownLink(desk, first);
    const further = await ownLink(desk, first);
    const change = { person: device, role: "viewer", until: 50_000, ends: endsOf(device) } as const;
    await desk.take(await changeRole(desk.roster, change, desk.acting()));
    expect(memberOf(desk, await joinWith(desk, secret))).toMatchObject({ role: "viewer", until: 50_000 });
    desk.now = 50_001;
    expect(owedBy(desk.roster, desk.now).removals).toEqual([device]);
    expect(await openInvite(desk.roster, further.secret, 50_000)).toMatchObject({ ok: true });
    expect(await openInvite(desk.roster, further.secret, desk.now)).toMatchObject(refused("invite-expired"));
  });

  test("is removed by the first, the first by the second, and neither by a colleague", async () => {
    const desk = await Desk.found();
    const [first, colleague] = [await desk.join("viewer"), await desk.join("assistant")];
    const second = await joinWith(desk, (await ownLink(desk, first)).secret);
    const remove = ({ keys }: Holder, by: Holder) =>
      removeDevice(desk.roster, { device: keys.device, end: nothingWritten }, desk.acting(by));
    expect(await attempt(desk, remove(second, colleague))).toMatchObject(refused("not-allowed"));
    expect(await attempt(desk, remove(colleague, second))).toMatchObject(refused("not-allowed"));
    expect(await attempt(desk, remove(second, desk.owner))).toMatchObject({ ok: true });
    expect(await attempt(desk, remove(second, first))).toMatchObject({ ok: true });
    await desk.take(await remove(first, second));
    expect(owedBy(desk.roster, desk.now).epoch).toBe(true);
    expect(remainingOf(desk.roster, first.keys.device)).toEqual([memberOf(desk, second)]);
    expect(await attempt(desk, remove(second, first))).toMatchObject(refused("not-allowed"));
    await desk.renewKey();
    await desk.learn(first);
    expect(first.epochKeys).toHaveLength(1);
  });
});

describe("what an owner decides about a person", () => {
  test("holds for every device at once, and for the links that are open", async () => {
    const desk = await Desk.found();
    const first = await desk.join("assistant");
    const second = await joinWith(desk, (await ownLink(desk, first)).secret);
    const paper = await ownLink(desk, first, "recovery");
    const [person, other] = [first.keys.device, second.keys.device];
    const change = { person, role: "viewer", until: 0, ends: endsOf(person, other) } as const;
    await desk.take(await changeRole(desk.roster, change, desk.acting()));
    for (const holder of [first, second]) expect(spanOf(memberOf(desk, holder).spans, 1).role).toBe("viewer");
    expect(desk.roster.invites.get(toHex(paper.id))).toMatchObject({ role: "viewer" });

    await desk.take(await removePerson(desk.roster, { person, ends: endsOf(person, other) }, desk.acting()));
    for (const holder of [first, second]) expect(spanOf(memberOf(desk, holder).spans, 1).role).toBeNull();
    expect(await openInvite(desk.roster, paper.secret, desk.now)).toMatchObject(refused("invite-revoked"));
    expect(ownInvitesOf(desk.roster, person)).toEqual([]);
    await desk.renewKey();
    expect([...desk.roster.sealedKeys.keys()]).toEqual([toHex(desk.owner.keys.device)]);
    const again = removePerson(desk.roster, { person, ends: [] }, desk.acting());
    expect(await attempt(desk, again)).toMatchObject(refused("not-allowed"));
  });

  test("names exactly the devices that are there: one that joined meanwhile is not forgotten", async () => {
    const desk = await Desk.found();
    const first = await desk.join("assistant");
    const person = first.keys.device;
    const second = await joinWith(desk, (await ownLink(desk, first)).secret);
    const other = second.keys.device;
    const stranger = random(16);
    for (const ends of [endsOf(person), endsOf(person, other, stranger), endsOf(person, stranger), []]) {
      const change = { person, role: "viewer", until: 0, ends } as const;
      expect(await attempt(desk, removePerson(desk.roster, { person, ends }, desk.acting()))).toMatchObject(
        refused("recipients"),
      );
      expect(await attempt(desk, changeRole(desk.roster, change, desk.acting()))).toMatchObject(
        refused("recipients"),
      );
    }
  });

  test("withdraws the invitations that they made and nobody has used: they could come back by one", async () => {
    for (const taken of ["device", "person", "role"] as const) {
      const desk = await Desk.found();
      const leaving = await desk.join("owner");
      const spare = await joinWith(desk, (await ownLink(desk, leaving)).secret);
      await desk.learn(leaving);
      const { epochKeys } = leaving;
      const offer = { server: "https://desk.example.com", role: "owner", expires: 1e9, epochKeys } as const;
      const back = await makeInvite(desk.roster, offer, desk.acting(leaving));
      await desk.take(back.entry);
      const further = await ownLink(desk, leaving);
      const paper = await ownLink(desk, leaving, "recovery");
      const honest = await desk.invite("assistant");
      const [person, other] = [leaving.keys.device, spare.keys.device];
      const ends = endsOf(person, other);
      if (taken === "device") await desk.remove(leaving);
      else if (taken === "person")
        await desk.take(await removePerson(desk.roster, { person, ends }, desk.acting()));
      else
        await desk.take(
          await changeRole(desk.roster, { person, role: "assistant", until: 0, ends }, desk.acting()),
        );
      const stateOf = (id: Bytes) => desk.roster.invites.get(toHex(id))?.state;
      expect(stateOf(back.id), taken).toBe("revoked");
      expect(stateOf(honest.id), taken).toBe("open");
      expect(stateOf(further.id), taken).toBe(taken === "role" ? "open" : "revoked");
      expect(stateOf(paper.id), taken).toBe(taken === "person" ? "revoked" : "open");
      expect(owedBy(desk.roster, desk.now).epoch).toBe(true);
      await desk.renewKey();
      expect(await openInvite(desk.roster, linkOf(back.link).secret, desk.now)).toMatchObject(
        refused("invite-revoked"),
      );
    }
  });

  test("leaves a person who has the last owner's device, whatever paper keys there are", async () => {
    const desk = await Desk.found();
    await ownLink(desk, desk.owner, "recovery");
    const person = desk.owner.keys.device;
    const alone = removePerson(desk.roster, { person, ends: endsOf(person) }, desk.acting());
    expect(await attempt(desk, alone)).toMatchObject(refused("last-owner"));
    const device = removeDevice(desk.roster, { device: person, end: nothingWritten }, desk.acting());
    expect(await attempt(desk, device)).toMatchObject(refused("last-owner"));
  });
});

describe("a paper key", () => {
  test("brings a person back who has no device left, as often as needed, until it is withdrawn", async () => {
    const desk = await Desk.found();
    const lost = await desk.join("assistant");
    const { secret, id } = await ownLink(desk, lost, "recovery");
    const leaving = { device: lost.keys.device, end: nothingWritten };
    await desk.take(await removeDevice(desk.roster, leaving, desk.acting()));
    for (let n = 0; n < 3; n++) await desk.renewKey();
    for (let n = 0; n < 2; n++) {
      const back = await joinWith(desk, secret);
      expect(memberOf(desk, back)).toMatchObject({ role: "assistant", person: lost.keys.device });
      expect(back.epochKeys).toEqual(desk.owner.epochKeys);
      expect(owedBy(desk.roster, desk.now).epoch).toBe(false);
      if (n === 1) await desk.take(await revokeInvite(desk.roster, id, desk.acting(back)));
    }
    expect(owedBy(desk.roster, desk.now).epoch).toBe(true);
    expect(await openInvite(desk.roster, secret, desk.now)).toMatchObject(refused("invite-revoked"));
  });

  test("takes the place of the one before, whose key is then owed", async () => {
    const desk = await Desk.found();
    const first = await desk.join("viewer");
    await desk.renewKey();
    const before = await ownLink(desk, first, "recovery");
    expect(owedBy(desk.roster, desk.now).epoch).toBe(false);
    const other = await ownLink(desk, desk.owner, "recovery");
    expect(owedBy(desk.roster, desk.now).epoch).toBe(false);
    const after = await ownLink(desk, first, "recovery");
    expect(owedBy(desk.roster, desk.now).epoch).toBe(true);
    const states = [before, other, after].map(({ id }) => desk.roster.invites.get(toHex(id))?.state);
    expect(states).toEqual(["revoked", "open", "open"]);
  });

  test("and a link are made and withdrawn by nobody for somebody else, but by an owner", async () => {
    const desk = await Desk.found();
    const [first, colleague] = [await desk.join("assistant"), await desk.join("assistant")];
    const { id } = await ownLink(desk, first, "recovery");
    expect(await attempt(desk, revokeInvite(desk.roster, id, desk.acting(colleague)))).toMatchObject(
      refused("not-allowed"),
    );
    for (const by of [first, desk.owner])
      expect(await attempt(desk, revokeInvite(desk.roster, id, desk.acting(by)))).toMatchObject({ ok: true });
    const invited = await desk.invite("viewer");
    expect(await attempt(desk, revokeInvite(desk.roster, invited.id, desk.acting(first)))).toMatchObject(
      refused("not-allowed"),
    );
  });
});

test("a link for another browser expires, and nobody alone fills the roster with links", async () => {
  const desk = await Desk.found();
  const first = await desk.join("viewer");
  await desk.learn(first);
  const make = async (expires: number) => {
    const offer = { use: "device", expires, epochKeys: first.epochKeys, secret: random(32) } as const;
    return (await makeOwnInvite(desk.roster, offer, desk.acting(first))).entry;
  };
  expect(await attempt(desk, make(0))).toMatchObject(refused("not-allowed"));
  const { secret } = await ownLink(desk, first, "device", 50_000);
  expect((await openInvite(desk.roster, secret, 50_000)).ok).toBe(true);
  expect(await openInvite(desk.roster, secret, 50_001)).toMatchObject(refused("invite-expired"));
  for (let n = 1; n < MAX_OWN; n++) await desk.take(await make(1e9));
  expect(await attempt(desk, make(1e9))).toMatchObject(refused("not-allowed"));
  expect((await ownLink(desk, desk.owner)).id).toHaveLength(16);
});
