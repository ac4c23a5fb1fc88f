import { free } from "@automerge/automerge/slim";
import type { Chance } from "./chance.ts";
import type { Clock } from "./clock.ts";
import { DeviceNode, type Life } from "./device-node.ts";
import {
  faultsBetween,
  faultsOfCommands,
  faultsOfOrder,
  faultsWithin,
  type Holding,
  holdingOf,
} from "./invariants.ts";
import type { Network } from "./network.ts";
import type { Profile } from "./profile.ts";
import type { ServerNode } from "./server-node.ts";
import type { Tally } from "./tally.ts";
import { Whereabouts } from "./whereabouts.ts";
import { type Asked, Work } from "./work.ts";

export interface Outcome {
  readonly operations: number;
  readonly lost: readonly string[];
  readonly diverged: readonly string[];
}

/** What an office is made of. */
export interface OfficeParts {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly tally: Tally;
  readonly server: ServerNode;
  readonly network: Network;
  /** Makes an empty browser profile. */
  readonly newProfile: () => Promise<Profile>;
  /** Whether its people show each other where they are. */
  readonly shows: boolean;
}

/** A desk that is there, and the paper key of the person who made it. */
export interface DeskMade {
  readonly desk: string;
  readonly paperKey: string;
}

const SERVER = "http://127.0.0.1:8787";
/** Rounds of a minute in which an office must come to rest. */
const ROUNDS = 20;
const DAY_MS = 86_400_000;

/** Devices at work on one desk, and all that can happen to them. */
export class Office {
  readonly work: Work;
  readonly #parts: OfficeParts;
  readonly devices: DeviceNode[] = [];
  readonly #askedOf = new Map<Asked, DeviceNode>();
  /** Lives that are on their way onto the desk. */
  readonly #entering = new WeakSet<Life>();
  readonly #whereabouts: Whereabouts | undefined;
  #removed: DeviceNode | undefined;
  #made: DeskMade = { desk: "", paperKey: "" };

  constructor(parts: OfficeParts) {
    this.#parts = parts;
    this.work = new Work(parts.chance);
    if (parts.shows) this.#whereabouts = new Whereabouts(parts);
  }

  /** A browser of this office; one with a profile that is there already, or an empty one. */
  async add(profile?: Profile): Promise<DeviceNode> {
    const name = `device ${this.devices.length + 1}`;
    const device = new DeviceNode(name, this.#parts, profile ?? (await this.#parts.newProfile()));
    this.devices.push(device);
    return device;
  }

  /** Makes a desk on the first device and lets the others onto it, in fair weather. */
  async found(): Promise<DeskMade> {
    this.isCalm = true;
    const [first, ...others] = this.devices;
    const { engine } = await this.#soon(first!.start());
    const desk = await this.#soon(engine.desks.create("Board office", "Assistant 1", { server: SERVER }));
    this.#made = { desk, paperKey: (await this.#soon(engine.desks.makePaperKey(desk))).link };
    for (const other of others) {
      const { link } = await this.#soon(engine.desks.invite(desk, "assistant"));
      const life = await this.#soon(other.start());
      await this.#soon(life.engine.desks.join(link, other.name));
    }
    this.isCalm = false;
    return this.#made;
  }

  /** Lets go of what confirmed bases hold. */
  prune(): void {
    this.#parts.server.prune();
  }

  /** Begins a day on a desk that is there. */
  async open(made: DeskMade): Promise<void> {
    this.#made = made;
    for (const device of this.devices) {
      if (this.#parts.chance.is(0.5)) device.backUp();
      await this.#started(device);
    }
  }

  /** Nothing fails by chance and nothing is late. */
  set isCalm(isCalm: boolean) {
    this.#parts.network.isCalm = isCalm;
    this.#parts.server.isCalm = isCalm;
    for (const device of this.devices) device.isCalm = isCalm;
  }

  async #soon<T>(work: Promise<T>): Promise<T> {
    const done = await this.#parts.clock.awaited(work, 120_000);
    if (done === "never") throw new Error("It does not happen, though nothing is in its way.");
    return done;
  }

  /** Time passes, then one thing happens: mostly work, now and then a fault or the end of one. */
  async step(ms: number): Promise<void> {
    const { chance, clock, server, network, tally } = this.#parts;
    await clock.runUntil(clock.now + ms);
    this.#whereabouts?.look(this.devices, this.#made.desk);
    const device = chance.pick(this.devices);
    if (this.#whereabouts && chance.is(0.3)) this.#whereabouts.move(device, this.#made.desk);
    const { life } = device;
    const what = chance.below(100);
    if (what < 48) return this.#doWork(device);
    if (what < 53) return this.#workAndCut(device);
    if (what < 57) network.cutConnections(device.name);
    else if (what < 62) network.partition(device.name);
    else if (what < 68) network.heal(device.name);
    else if (what < 71) this.#kill(device);
    else if (what < 77 && life)
      life.dies = chance.is(0.5)
        ? { at: "any", in: chance.below(80) }
        : { at: "commit", in: chance.below(8) };
    else if (what < 79) this.#killOrRestartServer();
    else if (what < 81) server.diesIn = chance.below(10);
    else if (what < 83) {
      server.full = !server.full;
      if (server.full) tally.add("server full");
    } else if (what < 85) {
      device.full = !device.full;
      if (device.full) tally.add("device full");
    } else if (what < 87) {
      device.skew = chance.between(-DAY_MS, DAY_MS);
      tally.add("clock set");
      // A successor beside a worker that is not dead yet.
    } else if (what < 89) await this.#started(device);
    else if (what < 91) this.#renewKey(device);
    else if (what < 92) device.cutPower();
    else if (what < 94) await this.#comeOrGo(device);
    else if (what < 95) this.#beginAnew(device);
    else life?.engine.reconnect();
    if (!device.life && chance.is(0.7)) await this.#started(device);
    if (!server.alive && chance.is(0.5)) server.restart();
  }

  /** A minute of an ordinary day: now and then a change, a connection lost, or the network gone for a while. */
  async minute(isWorking: boolean): Promise<void> {
    const { chance, network } = this.#parts;
    for (const device of this.devices) {
      if (chance.is(0.02)) network.cutConnections(device.name);
      if (chance.is(0.01)) network.partition(device.name);
      if (chance.is(0.1)) {
        network.heal(device.name);
        device.life?.engine.reconnect();
      }
      if (isWorking && chance.is(0.4)) await this.#doWork(device);
    }
  }

  /** The line goes while something is on it. */
  async #workAndCut(device: DeviceNode): Promise<void> {
    const { chance, clock, network, tally } = this.#parts;
    await this.#doWork(device);
    clock.later(
      () => {
        if (network.cutConnections(device.name)) tally.add("connection cut behind work");
      },
      chance.between(1, 90),
    );
  }

  #kill(device: DeviceNode): void {
    if (device.life) this.#parts.tally.add("worker killed");
    device.kill();
  }

  #killOrRestartServer(): void {
    const { server, tally } = this.#parts;
    if (!server.alive) server.restart();
    else {
      tally.add("server killed");
      server.crash();
    }
  }

  #renewKey({ life }: DeviceNode): void {
    life?.engine.members
      .rotate(this.#made.desk)
      .then(() => this.#parts.tally.add("key renewed"))
      .catch(() => {});
  }

  #beginAnew({ life }: DeviceNode): void {
    if (!life) return;
    this.#parts.tally.add("person begins anew");
    life.engine.syncAnew(this.#made.desk).catch(() => {});
  }

  /** A device is taken out of the office, comes into it, or loses what it had. */
  async #comeOrGo(device: DeviceNode): Promise<void> {
    const { chance, tally, newProfile } = this.#parts;
    // The first one is never lost: another's paper key would open the desk as well, but nobody would be left to remove.
    if (device === this.devices[0]) return;
    const what = chance.below(4);
    if (what === 0) {
      tally.add("device evicted");
      this.#forgive(device);
      device.evict(await newProfile());
      await this.#started(device);
    } else if (what === 1 && this.devices.length > 2 && !this.#removed) {
      this.#removed = device;
      this.#remove().catch(() => {});
    } else if (what > 1) {
      if (chance.is(0.3) || !device.goBack()) {
        device.backUp();
        return;
      }
      tally.add("device goes back to an older copy of itself");
      this.#forgive(device);
      await this.#started(device);
    }
  }

  /** Whatever was said on a device and had not left it is gone: that can be helped by nobody. */
  #forgive(device: DeviceNode): void {
    for (const [asked, on] of this.#askedOf) if (on === device) asked.answer = "gone";
  }

  /** The first device removes another one; what that one writes from then on counts for nobody. */
  async #remove(): Promise<void> {
    const removed = this.#removed;
    const [owner] = this.devices;
    const id = await removed?.life?.engine.deviceOn(this.#made.desk);
    if (removed && id) await owner?.life?.engine.members.removeDevice(this.#made.desk, id);
  }

  async #started(device: DeviceNode): Promise<void> {
    await this.#parts.clock.awaited(device.start(), 0);
  }

  /** Lets a device onto the desk by the paper key, if it is not on it; nobody else need be there. */
  #enter(device: DeviceNode): void {
    const { life } = device;
    if (!life || this.#entering.has(life)) return;
    this.#entering.add(life);
    life.engine.desks
      .join(this.#made.paperKey, device.name, { device: device.name })
      .then(() => this.#parts.tally.add("device enters late"))
      .catch((error) => device.errors.push(error))
      .finally(() => this.#entering.delete(life));
  }

  async #isOnDesk({ life }: DeviceNode): Promise<boolean> {
    const found = life && (await this.#parts.clock.awaited(life.db.get("desks", this.#made.desk), 1000));
    return found !== undefined && found !== "never";
  }

  async #doWork(device: DeviceNode): Promise<void> {
    const { chance, clock, tally } = this.#parts;
    const { life } = device;
    if (!life) return this.#started(device);
    const { desk } = this.#made;
    const read = async () => {
      const tx = life.db.transaction(["desks", "records"]);
      return Promise.all([
        tx.objectStore("desks").get(desk),
        tx.objectStore("records").getAll(IDBKeyRange.bound([desk], [desk, []])),
      ]);
    };
    // It may die of being asked.
    const asked = read().catch((error) => {
      if (life.alive) throw error;
      return "never" as const;
    });
    const known = await clock.awaited(asked, 0);
    if (known === "never") return;
    const [onDesk, stored] = known;
    if (!onDesk) return this.#enter(device);
    const unanswered = this.work.asked.filter((asked) => asked.answer === "none");
    const again = unanswered.length > 0 && chance.is(0.1) ? chance.pick(unanswered) : undefined;
    // A person who saw no answer says it again, to the same browser.
    if (again && this.#askedOf.get(again) === device) {
      tally.add("command said again");
      return this.#submit(device, [again]);
    }
    const records = stored.map(({ record }) => record);
    const at = new Date(device.now()).toISOString();
    const count = chance.is(0.2) ? chance.between(2, 8) : 1;
    this.#submit(
      device,
      Array.from({ length: count }, () => this.work.next(records, at)),
    );
  }

  #submit(device: DeviceNode, group: readonly Asked[]): void {
    const life = device.life!;
    // Where an answer was lost, what was said before may have been written: a refusal now says nothing of that.
    const saidFirst = group.filter((asked) => !this.#askedOf.has(asked));
    for (const asked of group) {
      asked.saidIn = this.#askedOf.has(asked) ? undefined : life;
      this.#askedOf.set(asked, device);
    }
    const answered = (which: readonly Asked[], answer: "saved" | "refused") => {
      if (!life.alive) return;
      for (const asked of which)
        if (asked.answer === "none" || (answer === "saved" && asked.answer === "refused"))
          asked.answer = answer;
    };
    life.engine
      .submit(
        this.#made.desk,
        group.map(({ command }) => command),
      )
      .then(
        () => answered(group, "saved"),
        () => answered(saidFirst, "refused"),
      );
  }

  /** Everything is mended and everybody has time: whatever still moves after that is a fault. */
  async quiet(): Promise<string[]> {
    const { chance, clock, network, server } = this.#parts;
    this.isCalm = true;
    server.diesIn = undefined;
    server.full = false;
    server.restart();
    for (const device of this.devices) {
      network.heal(device.name);
      device.full = false;
      if (device.life) device.life.dies = undefined;
      // Whoever still runs must come right without being started again.
      if (!device.isUp || chance.is(0.3)) await this.#started(device);
      device.killElders();
    }
    // A connection that died in silence is noticed within a minute and a half.
    await clock.runUntil(clock.now + 120_000);
    await this.#settleMembers();
    let noise: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await clock.runUntil(clock.now + 60_000);
      noise = [];
      for (const device of this.#staying()) {
        if (!(await this.#isOnDesk(device))) {
          // Whose clock is wrong is told so.
          device.skew = 0;
          this.#enter(device);
          noise.push(`${device.name} does not come onto the desk: ${device.errors.at(-1) ?? ""}`);
          continue;
        }
        const state = await clock.awaited(device.life!.engine.answer({ q: "state" }), 1000);
        const sync = state === "never" ? undefined : state.desks[0]?.sync;
        // Here, unlike in a browser, two may begin at once: the elder takes the store over from the younger, or comes onto
        // the desk behind its back. The next one knows.
        if (sync?.phase === "local" || device.life?.isSuperseded) {
          await this.#started(device);
          device.killElders();
        }
        if (sync?.phase !== "upToDate" || sync.unsent > 0)
          noise.push(
            `${device.name} does not come to rest: ${JSON.stringify(sync)} ${device.errors.at(-1) ?? ""}`,
          );
      }
      if (noise.length === 0) return (await this.#whereabouts?.judge(this.#staying(), this.#made.desk)) ?? [];
    }
    return noise;
  }

  /** Finishes a removal that was asked for: what came of it in the storm nobody may have heard. */
  async #settleMembers(): Promise<void> {
    const removed = this.#removed;
    if (!removed) return;
    if (!(await this.#isOnDesk(removed))) {
      this.#removed = undefined;
      return;
    }
    // The server refuses whose clock is wrong.
    this.devices[0]!.skew = 0;
    const outcome = await this.#parts.clock.awaited(
      this.#remove().catch((error) => error),
      60_000,
    );
    if (outcome instanceof Error && !/not on the desk/.test(outcome.message)) throw outcome;
    this.#parts.tally.add("device removed");
    this.#forgive(removed);
  }

  #staying(): DeviceNode[] {
    return this.devices.filter((device) => device !== this.#removed);
  }

  async judge(): Promise<Outcome> {
    const { clock, tally } = this.#parts;
    const lost: string[] = [];
    const diverged: string[] = [];
    const holdings: Holding[] = [];
    const staying = this.#staying();
    for (const { life } of staying) {
      const holding = await clock.awaited(holdingOf(life!.db, this.#made.desk), 1000);
      if (holding === "never") throw new Error("A store does not answer.");
      holdings.push(holding);
    }
    const setAside = holdings.map((holding) => holding.setAside).join();
    for (const [index, holding] of holdings.entries()) {
      const { name } = staying[index]!;
      diverged.push(...faultsWithin(name, holding), ...faultsOfOrder(name, holding, this.work.asked));
      if (index > 0) diverged.push(...faultsBetween(staying[0]!.name, holdings[0]!, name, holding));
      const { lost: gone, doubled } = faultsOfCommands(name, holding, this.work.asked, setAside);
      lost.push(...gone);
      diverged.push(...doubled);
      tally.add("command set aside", JSON.parse(holding.setAside).length);
    }
    for (const { conflicts } of holdings[0]?.records.values() ?? [])
      if (conflicts.length > 0) tally.add("conflict shown");
    for (const { documents } of holdings) for (const doc of documents.values()) free(doc);
    return { operations: this.work.asked.length, lost, diverged };
  }
}
