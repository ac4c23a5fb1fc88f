import "fake-indexeddb/auto";
import { save } from "@automerge/automerge/slim";
import { expect, test } from "vitest";
import { claimStore } from "../../extension/background/storage/store.ts";
import { openDocuments } from "../../extension/background/work/documents.ts";
import { receiveChanges } from "../../extension/background/work/receive.ts";
import { receiveDocuments } from "../../extension/background/work/receive-documents.ts";
import { packShown, shownOf } from "../../shared/documents/shown.ts";
import { ANNA, BORIS, Copy, create, set } from "../documents/desk-document.ts";
import { automerge, device } from "./world.ts";

test("a month of a base is written upon as it came, where it had been opened while nothing of it was there", async () => {
  await automerge();
  const { engine, db } = await device();
  const desk = await engine.desks.create("Board office", "Assistant 1");
  const [store, me] = [claimStore(db, "test"), await engine.deviceOn(desk)];
  const documents = openDocuments(store, engine.deviceOn, automerge);
  const [anna, boris] = [new Copy(ANNA), new Copy(BORIS)];
  anna.do(create("2026-11.task", "task", { summary: "Offer" }));
  boris.take(...anna.made);

  await documents.open(desk, "2026-11");
  const shown = packShown(shownOf(anna.doc));
  const base = { document: "2026-11", saved: save(anna.doc), acts: [], shown };
  const at = "2026-11-23T08:00:00.000Z";
  await receiveDocuments(store, documents, desk, me, [base], at);
  boris.do(set("2026-11.task", "summary", "Our offer"));
  const received = [{ device: BORIS, document: "2026-11", changes: boris.made, acts: [] }];
  const arrival = { received, chains: [], unusable: [], cursor: 1, at };
  expect((await receiveChanges(store, documents, desk, me, arrival)).unread).toEqual([]);
  expect(save(await documents.open(desk, "2026-11"))).toEqual(save(boris.doc));
});
