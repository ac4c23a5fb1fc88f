import { describe, expect, test } from "vitest";
import { openActors } from "../../extension/background/work/actors.ts";

/** A browser's memory for as long as it runs. */
function run() {
  let kept: unknown;
  return {
    get: async () => kept,
    set: async (desks: readonly string[]) => {
      kept = desks;
    },
  };
}

describe("a browser that was started", () => {
  test("writes each desk as another actor than before, once", async () => {
    const renewed: string[] = [];
    const renew = async (desk: string) => void renewed.push(desk);
    const mark = run();
    const first = openActors(mark, renew);
    await first.ready("a");
    await first.ready("a");
    await first.ready("b");
    // Its background was ended and begun again meanwhile.
    await openActors(mark, renew).ready("a");
    expect(renewed).toEqual(["a", "b"]);
    await openActors(run(), renew).ready("a");
    expect(renewed).toEqual(["a", "b", "a"]);
  });

  test("tries again where it could not become another", async () => {
    let isFull = true;
    let renewed = 0;
    const actors = openActors(run(), async () => {
      if (isFull) throw new DOMException("The disk is full.", "QuotaExceededError");
      renewed++;
    });
    await expect(actors.ready("a")).rejects.toMatchObject({ name: "QuotaExceededError" });
    isFull = false;
    await actors.ready("a");
    expect(renewed).toBe(1);
  });
});
