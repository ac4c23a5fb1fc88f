import { describe, expect, it, vi } from "vitest";
import { oneAtATime, within } from "../../extension/surfaces/state/one-at-a-time.ts";

describe("presses", () => {
  it("do the same work once while it is under way, and again after it", async () => {
    const begin = oneAtATime();
    const done: string[] = [];
    let finish = () => {};
    const slow = () =>
      new Promise<void>((resolve) => {
        finish = () => {
          done.push("task");
          resolve();
        };
      });
    const first = begin("task", slow);
    await begin("task", async () => void done.push("task twice"));
    finish();
    await first;
    await begin("task", async () => void done.push("task again"));
    expect(done).toEqual(["task", "task again"]);
  });

  it("beside work that is under way are not lost", async () => {
    const begin = oneAtATime();
    const done: string[] = [];
    void begin("call", () => new Promise(() => {}));
    await begin("task", async () => void done.push("task"));
    expect(done).toEqual(["task"]);
  });

  it("after work that failed begin it again", async () => {
    const begin = oneAtATime();
    const done: string[] = [];
    await expect(begin("task", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    await begin("task", async () => void done.push("task"));
    expect(done).toEqual(["task"]);
  });
});

describe("what is waited for", () => {
  it("is given when it comes, and left when it does not come in time or fails", async () => {
    vi.useFakeTimers();
    try {
      expect(await within(1_000, Promise.resolve("known"))).toBe("known");
      expect(await within(1_000, Promise.reject(new Error("no")))).toBeNull();
      const late = within(1_000, new Promise<string>(() => {}));
      await vi.advanceTimersByTimeAsync(1_000);
      expect(await late).toBeNull();
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});
