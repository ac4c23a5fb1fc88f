import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createToasts } from "../../extension/surfaces/state/toasts.ts";

const open = () =>
  createToasts((run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  });

describe("A notice", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("stays ten seconds", () => {
    const toasts = open();
    toasts.show({ text: "Saved" });
    vi.advanceTimersByTime(9_900);
    expect(toasts.shown.value).toHaveLength(1);
    vi.advanceTimersByTime(200);
    expect(toasts.shown.value).toHaveLength(0);
  });

  it("stays until it is closed when it says what failed", () => {
    const toasts = open();
    toasts.show({ text: "No room", tone: "urgent" });
    vi.advanceTimersByTime(60_000);
    expect(toasts.shown.value).toHaveLength(1);
  });

  it("waits while a person reads it, and begins its time anew", () => {
    const toasts = open();
    toasts.show({ text: "Saved", undo: () => {} });
    vi.advanceTimersByTime(9_000);
    toasts.hold(true);
    vi.advanceTimersByTime(60_000);
    toasts.hold(false);
    vi.advanceTimersByTime(9_000);
    expect(toasts.shown.value).toHaveLength(1);
    vi.advanceTimersByTime(1_100);
    expect(toasts.shown.value).toHaveLength(0);
  });

  it("is not said twice at once, and only three stand together", () => {
    const toasts = open();
    toasts.show({ text: "Saved" });
    toasts.show({ text: "Saved" });
    expect(toasts.shown.value).toHaveLength(1);
    for (const text of ["a", "b", "c"]) toasts.show({ text });
    expect(toasts.shown.value.map(({ text }) => text)).toEqual(["a", "b", "c"]);
  });

  it("is taken back by the key for it in turn with what is offered where it stands, the newest first", () => {
    const toasts = open();
    const taken: string[] = [];
    toasts.offer(() => taken.push("field before"));
    toasts.show({ text: "Deleted", undo: () => taken.push("deleted") });
    const withdraw = toasts.offer(() => taken.push("withdrawn"));
    toasts.offer(() => taken.push("field after"));
    withdraw();
    expect([toasts.undo(), toasts.undo(), toasts.undo(), toasts.undo()]).toEqual([true, true, true, false]);
    expect(taken).toEqual(["field after", "deleted", "field before"]);
  });
});
