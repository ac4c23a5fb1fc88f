import { describe, expect, it } from "vitest";
import { office, storedDesk, written } from "./office.ts";
import { command, creation, type Device, until } from "./world.ts";

const delegationsOf = ({ engine }: Device, desk: string) => engine.answer({ q: "delegations", desk });
const terms = (principal: string, delegate: string) => ({
  onBehalfOf: principal,
  delegate,
  scope: "reply",
  spendLimit: 500,
  currency: "EUR",
  startsOn: "2026-11-23",
  endsOn: "2026-12-05",
  status: "granted",
});

describe("Authority in a principal's name", () => {
  it("is given by an owner or a principal, reaches every device, and an assistant can neither give nor widen it", async () => {
    const { owner, desk, others } = await office("assistant", "principal");
    const [assistant, principal] = others as [Device, Device];
    const { id: boss, command: make } = creation("principal", { fn: "Principal A" });
    await owner.engine.submit(desk, [make]);
    const give = (by: Device, fields = {}) => {
      const made = creation("delegation", { ...terms(boss, assistant.engine.me), ...fields });
      return by.engine.submit(desk, [made.command]).then(() => made.id);
    };
    await expect(give(assistant)).rejects.toMatchObject({ code: "role" });
    const first = await give(owner);
    const second = await give(principal, { scope: "trip" });
    for (const device of [owner, assistant, principal])
      await until(async () => (await delegationsOf(device, desk)).length === 2);
    expect((await delegationsOf(assistant, desk)).map(({ id, by, valid }) => [id, by, valid]).sort()).toEqual(
      [
        [first, owner.engine.me, true],
        [second, principal.engine.me, true],
      ].sort(),
    );
    const widen = command({ do: "set", record: first, field: "spendLimit", value: 1_000_000 });
    for (const device of [assistant, owner])
      await expect(device.engine.submit(desk, [widen])).rejects.toMatchObject({ code: "invalid" });

    await principal.engine.submit(desk, [
      command({ do: "set", record: second, field: "status", value: "revoked" }),
    ]);
    await until(async () =>
      (await delegationsOf(assistant, desk)).some(({ id, withdrawnAt }) => id === second && withdrawnAt),
    );
    expect(owner.errors).toEqual([]);
  });

  it("that an assistant's own browser was made to give counts nowhere", async () => {
    const { owner, desk, others } = await office("assistant");
    const [assistant] = others as [Device];
    // Somebody who changed the extension: this browser takes itself for an owner's.
    await assistant.db.put("desks", { ...(await storedDesk(assistant)), role: "owner" });
    const forged = creation("delegation", terms("lasting.principal000000000", assistant.engine.me));
    await assistant.engine.submit(desk, [forged.command]);
    await written(assistant);
    const seen = await until(async () => (await delegationsOf(owner, desk))[0]);
    expect(seen).toMatchObject({ id: forged.id, by: assistant.engine.me, valid: false });
  });
});
