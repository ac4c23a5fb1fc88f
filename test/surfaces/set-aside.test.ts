import { signal } from "@preact/signals";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type Capture, startCapture } from "../../extension/surfaces/capture/capture.ts";
import type { Surface } from "../../extension/surfaces/state/surface.tsx";

const DESK = "ab".repeat(16);

/** A background that keeps what is being typed, and nothing else. */
function fakeSurface(kept: Map<string, string>, calls: string[] = []): Surface {
  const call = async (request: { call: string; key: string; value?: string | null }) => {
    calls.push(`${request.call} ${request.key}`);
    if (request.call === "scratchPut") {
      if (request.value) kept.set(request.key, request.value);
      else kept.delete(request.key);
    }
    return { value: kept.get(request.key) ?? null };
  };
  return {
    background: { call, watch: () => () => {} },
    ask: (request: Parameters<typeof call>[0]) => call(request).catch(() => undefined),
    desk: signal({ id: DESK }),
    now: signal(0),
    languages: ["en"],
    words: { locale: signal("en") },
  } as unknown as Surface;
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 20));
const started = async (kept: Map<string, string>, calls?: string[]): Promise<Capture> => {
  const capture = startCapture(fakeSurface(kept, calls), "popup");
  await settle();
  return capture;
};

describe("A line that another call interrupts", () => {
  beforeEach(() => vi.stubGlobal("addEventListener", () => {}));

  it("is set aside whole, and is there again on an empty line", async () => {
    const capture = await started(new Map());
    capture.line.value = "Sample Caller, re contract";
    capture.text.value = "wants clause 4";
    capture.chosen.value = "message";
    capture.correct("caller", "Sample B. Caller");
    await capture.setAside();
    expect([capture.line.value, capture.text.value, capture.empty.value]).toEqual(["", "", true]);
    await capture.setAside();
    expect(capture.line.value).toBe("Sample Caller, re contract");
    expect(capture.text.value).toBe("wants clause 4");
    expect(capture.chosen.value).toBe("message");
    expect(capture.fields.value.caller).toBe("Sample B. Caller");
    expect(capture.aside.value).toEqual([]);
  });

  it("changes places with the one that is taken up, the newest first", async () => {
    const capture = await started(new Map());
    for (const line of ["first", "second"]) {
      capture.line.value = line;
      await capture.setAside();
    }
    expect(capture.aside.value.map(({ line }) => line)).toEqual(["second", "first"]);
    capture.line.value = "third";
    await capture.takeUp(1);
    expect(capture.line.value).toBe("first");
    expect(capture.aside.value.map(({ line }) => line)).toEqual(["second", "third"]);
  });

  it("outlives the surface, and is never nowhere: it is kept as typed before it is taken out", async () => {
    const kept = new Map<string, string>();
    const before = await started(kept);
    before.line.value = "Sample Caller";
    await before.setAside();
    const calls: string[] = [];
    const after = await started(kept, calls);
    expect(after.aside.value.map(({ line }) => line)).toEqual(["Sample Caller"]);
    calls.length = 0;
    await after.takeUp(0);
    const put = calls.filter((call) => call.startsWith("scratchPut"));
    expect(put).toEqual([`scratchPut popup.${DESK}`, `scratchPut popup.${DESK}.aside`]);
  });

  it("stays in the line where it cannot be kept", async () => {
    const kept = new Map<string, string>();
    const capture = await started(kept);
    kept.set = () => {
      throw new Error("full");
    };
    capture.line.value = "Sample Caller";
    await capture.setAside();
    expect(capture.line.value).toBe("Sample Caller");
    expect(capture.aside.value).toEqual([]);
  });
});
