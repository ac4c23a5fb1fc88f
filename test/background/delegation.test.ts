import { describe, expect, it } from "vitest";
import { newItemId } from "../../shared/records/new-record.ts";
import { office, start, storedDesk, written } from "./office.ts";
import { command, creation, type Device, idHere, random, until } from "./world.ts";

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
    const give = async (by: Device, fields = {}) => {
      const made = creation("delegation", { ...terms(boss, await idHere(assistant)), ...fields });
      await by.engine.submit(desk, [made.command]);
      return made.id;
    };
    await expect(give(assistant)).rejects.toMatchObject({ code: "role" });
    const first = await give(owner);
    const second = await give(principal, { scope: "trip" });
    for (const device of [owner, assistant, principal])
      await until(async () => (await delegationsOf(device, desk)).length === 2);
    expect((await delegationsOf(assistant, desk)).map(({ id, by, valid }) => [id, by, valid]).sort()).toEqual(
      [
        [first, await idHere(owner), true],
        [second, await idHere(principal), true],
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
    const forged = creation("delegation", terms("lasting.principal000000000", await idHere(assistant)));
    await assistant.engine.submit(desk, [forged.command]);
    await written(assistant);
    const seen = await until(async () => (await delegationsOf(owner, desk))[0]);
    expect(seen).toMatchObject({ id: forged.id, by: await idHere(assistant), valid: false });
  });

  it("is held against its limit before somebody decides, and what was decided beyond it is marked for everybody", async () => {
    const { owner, desk, others } = await office("assistant");
    const [assistant] = others as [Device];
    const boss = creation("principal", { fn: "Principal A" });
    const given = creation("delegation", {
      ...terms(boss.id, await idHere(assistant)),
      scope: "trip",
      startsOn: "2000-01-01",
      endsOn: "2999-12-31",
    });
    await owner.engine.submit(desk, [boss.command, given.command]);
    await until(async () => (await delegationsOf(assistant, desk)).length === 1);
    const trip = creation("trip", { title: "Riga board", principal: boss.id });
    const book = (item: string, price: number) =>
      command({
        do: "add",
        record: trip.id,
        list: "reservations",
        item,
        fields: { price, currency: "EUR" },
      });
    const viewOf = async ({ engine }: Device) => (await engine.answer({ q: "record", desk, id: trip.id }))!;
    const [first, second] = [newItemId(random(16)), newItemId(random(16))];
    await assistant.engine.submit(desk, [trip.command, book(first, 400)]);
    await assistant.engine.settled();
    expect(await viewOf(assistant)).toMatchObject({
      acting: { id: given.id },
      spending: { state: "within" },
    });
    const later = new Date(Date.now() + 2000).toISOString();
    await assistant.engine.submit(desk, [
      { ...book(second, 200), at: later },
      command({ do: "set", record: trip.id, field: "status", value: "booked" }, later),
    ]);
    await assistant.engine.settled();
    expect((await viewOf(assistant)).spending).toMatchObject({
      state: "over",
      spent: [{ amount: 600, currency: "EUR" }],
    });
    // An owner decides in nobody's name, and sees what was decided beyond the limit.
    const seen = await until(async () => {
      const view = await viewOf(owner).catch(() => null);
      return view && view.record.fields.status === "booked" && view.history.length > 3 && view;
    });
    expect(seen).toMatchObject({ acting: null, spending: null });
    const marked = seen.inName.map(({ entry, limit, spending }) => [
      seen.history
        .find(({ id }) => id === entry)
        ?.field.split("/")
        .at(-1),
      limit?.amount,
      spending?.state,
    ]);
    expect(marked.sort()).toEqual([
      ["price", 500, "over"],
      ["status", 500, "over"],
    ]);
  });

  it("that is over is said to who had it", async () => {
    const one = await start();
    const desk = await one.engine.desks.create("Board office", "Owner");
    const boss = creation("principal", { fn: "Principal A" });
    const given = creation("delegation", {
      ...terms(boss.id, await idHere(one)),
      startsOn: "2001-01-01",
      endsOn: "2001-02-01",
    });
    const reply = creation("reply", { subject: "Offer", principal: boss.id });
    await one.engine.submit(desk, [boss.command, given.command, reply.command]);
    await one.engine.settled();
    expect(await one.engine.answer({ q: "record", desk, id: reply.id })).toMatchObject({
      acting: null,
      lapsed: { id: given.id, endsOn: "2001-02-01" },
    });
  });
});
