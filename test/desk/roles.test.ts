import { expect, test } from "vitest";
import { changeRole } from "../../shared/desk/membership.ts";
import { owedBy } from "../../shared/desk/owed.ts";
import { hasEnded, isPresent, mayWrite, spanOf } from "../../shared/desk/roles.ts";
import { extendRoster } from "../../shared/desk/roster.ts";
import { toHex } from "../../shared/protocol/bytes.ts";
import { Desk, type Holder, nothingWritten, random } from "./desk-under-test.ts";

const endAt = (counter: number) => ({ counter, hash: random(32) });
const memberOf = (desk: Desk, { keys }: Holder) => desk.roster.members.get(toHex(keys.device))!;

test("a device's envelopes count by the role that it had when it wrote them", async () => {
  const desk = await Desk.found();
  const device = await desk.join("assistant");
  const give = async (role: "viewer" | "principal", counter: number) =>
    desk.take(
      await changeRole(
        desk.roster,
        {
          person: device.keys.device,
          role,
          until: 0,
          ends: [{ device: device.keys.device, end: endAt(counter) }],
        },
        desk.acting(),
      ),
    );
  await give("viewer", 3);
  await give("principal", 3);
  await give("viewer", 8);
  await desk.remove(device, endAt(9));
  const { spans, role, removedAt } = memberOf(desk, device);
  const roles = [1, 3, 4, 8, 9, 10].map((counter) => spanOf(spans, counter).role);
  expect(roles).toEqual(["assistant", "assistant", "principal", "principal", "viewer", null]);
  expect([role, removedAt]).toEqual(["viewer", 6_000]);
});

test("only an owner gives roles, only to who is on the desk, and one owner always stays", async () => {
  const desk = await Desk.found();
  const assistant = await desk.join("assistant");
  const give = async (by: Holder, { keys: { device } }: Holder, change: object) =>
    extendRoster(desk.roster, [
      await changeRole(
        desk.roster,
        { person: device, role: "viewer", until: 0, ends: [{ device, end: nothingWritten }], ...change },
        desk.acting(by),
      ),
    ]);
  expect(await give(assistant, assistant, { role: "owner" })).toMatchObject({
    failure: { code: "not-allowed" },
  });
  expect(await give(desk.owner, desk.owner, {})).toMatchObject({ failure: { code: "last-owner" } });
  expect(await give(desk.owner, assistant, { role: "owner", until: 9_000 })).toMatchObject({
    failure: { code: "last-owner" },
  });
  expect(await give(desk.owner, assistant, {})).toMatchObject({ ok: true });
  const { device } = assistant.keys;
  const further = { person: device, role: "viewer", until: 0, ends: [{ device, end: endAt(5) }] } as const;
  await desk.take(await changeRole(desk.roster, further, desk.acting()));
  await desk.remove(assistant, endAt(5));
  expect(await give(desk.owner, assistant, { ends: [{ device, end: endAt(5) }] })).toMatchObject({
    failure: { code: "not-allowed" },
  });
});

test("a role ends when its time is over; owners then owe the removal and a new epoch", async () => {
  const desk = await Desk.found();
  const temp = await desk.join("assistant", 20_000);
  await desk.renewKey();
  const member = memberOf(desk, temp);
  expect(isPresent(member, 20_000)).toBe(true);
  expect(isPresent(member, 20_001)).toBe(false);
  expect(hasEnded({ until: 0 }, 1e15)).toBe(false);
  expect(owedBy(desk.roster, 20_000)).toEqual({ removals: [], epoch: false });
  expect(owedBy(desk.roster, 20_001)).toEqual({ removals: [member.person], epoch: true });
  desk.now = 20_001;
  await desk.renewKey();
  expect([...desk.roster.sealedKeys.keys()]).toEqual([toHex(desk.owner.keys.device)]);
});

test("viewers and the removed do not write", () => {
  const roles = ["owner", "assistant", "principal", "viewer", null] as const;
  expect(roles.map(mayWrite)).toEqual([true, true, true, false, false]);
});
