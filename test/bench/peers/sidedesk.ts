/** Sidedesk's own devices: the real background engine, each over a database in memory, on one desk. */
import { newRecordId } from "../../../shared/records/new-record.ts";
import { memoryDatabase } from "../../background/memory-database.ts";
import { command, creation, type Device, device, random, until } from "../../background/world.ts";

/** Devices on one desk with as many records; `seen(device, record)` is told of each change that comes from another. */
export async function open(
  url: string,
  count: number,
  ids: readonly string[],
  seen: (device: number, id: string) => void,
) {
  const network = { fetch: globalThis.fetch, WebSocket: globalThis.WebSocket };
  const devices: Device[] = [await device({ network, database: await memoryDatabase() })];
  const [owner] = devices as [Device];
  const desk = await owner.engine.desks.create("Board office", "Owner", { server: url });
  const rest = async (one: Device) =>
    until(async () => {
      const [info] = (await one.engine.answer({ q: "state" })).desks;
      return info?.sync.phase === "upToDate" && info.sync.unsent === 0 && !info.keyOwed;
    }, 60_000);
  await rest(owner);
  while (devices.length < count) {
    const { link } = await owner.engine.desks.invite(desk, "assistant");
    const other = await device({ network, database: await memoryDatabase() });
    await other.engine.desks.join(link, `Member ${devices.length}`);
    devices.push(other);
    await rest(other);
    await rest(owner);
  }
  const made = ids.map(() => creation("task", { summary: "Sample matter" }));
  for (let from = 0; from < made.length; from += 200)
    await owner.engine.submit(
      desk,
      made.slice(from, from + 200).map((one) => one.command),
    );
  for (const one of devices) {
    await rest(one);
    await until(async () => (await one.db.count("records")) === ids.length, 60_000);
  }
  const idOf = new Map(made.map(({ id }, index) => [id, ids[index]!]));
  const mine = devices.map(() => new Set<string>());
  for (const [index, { engine }] of devices.entries())
    engine.onChange(({ what, records }) => {
      if (what !== "records") return;
      // A device is told of its own changes too.
      for (const record of records ?? []) if (!mine[index]!.has(record)) seen(index, idOf.get(record) ?? "");
    });
  return {
    change(index: number, id: string, text: string) {
      const record = made[ids.indexOf(id)]!.id;
      mine[index]!.add(record);
      const set = { do: "set", record, field: "summary", value: text } as const;
      return devices[index]!.engine.submit(desk, [command(set)]);
    },
    /** So many documents of so many records, brought to the server by one device. */
    async months(count: number, size: number) {
      for (const { engine } of devices.slice(1)) engine.close();
      for (let month = 0; month < count; month++) {
        const name = `${2000 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
        const commands = Array.from({ length: size }, (_, n) => {
          const text = `Sample matter ${n}`;
          const record = newRecordId(name, random(16));
          return command({ do: "create", record, kind: "task", fields: { summary: text, note: text } });
        });
        await owner.engine.submit(desk, commands);
      }
      await rest(owner);
    },
  };
}
