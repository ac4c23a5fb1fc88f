import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { sampleDesk } from "../../extension/background/desks/sample.ts";
import { LOCALES } from "../../shared/records/labels.ts";
import { device } from "./world.ts";

test.each(LOCALES)("the sample desk in %s fills every list and is marked as a sample", async (locale) => {
  const { engine, errors } = await device();
  const desk = await sampleDesk(engine, "You", locale, Date.now());
  await engine.settled();
  const state = await engine.answer({ q: "state" });
  expect(state.desks).toMatchObject([{ id: desk, sample: true, server: null }]);
  const { open } = await engine.answer({ q: "counts", desk });
  expect(Object.keys(open).sort()).toEqual(["call", "message", "reply", "task", "trip"]);
  expect(await engine.answer({ q: "records", desk, kinds: ["principal", "contact"] })).toHaveLength(4);
  expect(state.setAside).toEqual([]);
  expect(errors).toEqual([]);
});
