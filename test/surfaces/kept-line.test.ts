import { type Signal, signal } from "@preact/signals";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type Capture, startCapture } from "../../extension/surfaces/capture/capture.ts";
import type { Surface } from "../../extension/surfaces/state/surface.tsx";
import type { Action } from "../../shared/documents/command.ts";

const DESK = "ab".repeat(16);
const OTHER = "cd".repeat(16);

interface Tab {
  readonly capture: Capture;
  readonly desk: Signal<{ readonly id: string }>;
  readonly saved: Action[];
  /** The person comes to it from another tab. */
  come(): void;
}

/** What is kept in one browser, and the tabs whose sidebars keep it there. */
function browserWithTabs() {
  const kept = new Map<string, string>();
  const call = async (request: { call: string; key: string; value?: string | null }) => {
    if (request.call === "scratchPut") {
      if (request.value) kept.set(request.key, request.value);
      else kept.delete(request.key);
    }
    return { value: kept.get(request.key) ?? null };
  };
  const open = async (): Promise<Tab> => {
    const comes: (() => void)[] = [];
    vi.stubGlobal("addEventListener", (name: string, hear: () => void) => {
      if (name === "visibilitychange") comes.push(hear);
    });
    const desk = signal({ id: DESK });
    const saved: Action[] = [];
    const surface = {
      background: { call, watch: () => () => {} },
      ask: (request: Parameters<typeof call>[0]) => call(request),
      act: async (actions: readonly Action[]) => saved.push(...actions) > 0,
      clock: () => Date.UTC(2026, 10, 23),
      me: signal(null),
      desk,
      now: signal(0),
      languages: ["en"],
      words: { locale: signal("en"), say: () => "", name: () => "" },
    } as unknown as Surface;
    const capture = startCapture(surface, "sidebar");
    await settled();
    return { capture, desk, saved, come: () => comes.forEach((hear) => void hear()) };
  };
  return { kept, open };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
const typed = async ({ capture }: Tab, line: string) => {
  capture.line.value = line;
  await vi.waitFor(() => expect(capture.kept.value).toBe(true));
};
const lines = ({ capture }: Tab) => capture.aside.value.map(({ line }) => line);

describe("A line that is typed beside the mail, in several tabs", () => {
  beforeEach(() => vi.unstubAllGlobals());

  it("is gone on with in the tab that a person comes to, and is not there again once it was saved", async () => {
    const { open } = browserWithTabs();
    const [first, second] = [await open(), await open()];
    await typed(first, "Sample Caller, re contract");
    second.come();
    await settled();
    expect(second.capture.line.value).toBe("Sample Caller, re contract");
    await second.capture.save();
    first.come();
    await vi.waitFor(() => expect(first.capture.line.value).toBe(""));
    expect(first.capture.empty.value).toBe(true);
  });

  it("is set aside, not written over, where somebody types the next one before it was shown", async () => {
    const { open } = browserWithTabs();
    const [first, second] = [await open(), await open()];
    await typed(first, "Sample Caller");
    second.come();
    second.capture.line.value = "Other Caller";
    await settled();
    expect(second.capture.line.value).toBe("Other Caller");
    expect(lines(second)).toEqual(["Sample Caller"]);
  });

  it("is set aside from each of them, and none is lost by another", async () => {
    const { open } = browserWithTabs();
    const [first, second] = [await open(), await open()];
    for (const [tab, line] of [
      [first, "first"],
      [second, "second"],
    ] as const) {
      await typed(tab, line);
      await tab.capture.setAside();
    }
    expect(lines(await open())).toEqual(["second", "first"]);
  });
});

describe("A line that is typed when another desk is chosen", () => {
  beforeEach(() => vi.unstubAllGlobals());

  it("goes along, and what was typed there before is set aside there", async () => {
    const { kept, open } = browserWithTabs();
    kept.set(`sidebar.${OTHER}`, JSON.stringify({ line: "there", text: "", chosen: null, corrected: {} }));
    const tab = await open();
    await typed(tab, "here");
    tab.desk.value = { id: OTHER };
    await vi.waitFor(() => expect(lines(tab)).toEqual(["there"]));
    expect(tab.capture.line.value).toBe("here");
    await vi.waitFor(() =>
      expect([...kept.keys()].sort()).toEqual([`sidebar.${OTHER}`, `sidebar.${OTHER}.aside`]),
    );
  });

  it("is what was typed there before, where nothing stands in it", async () => {
    const { kept, open } = browserWithTabs();
    kept.set(`sidebar.${OTHER}`, JSON.stringify({ line: "there", text: "", chosen: null, corrected: {} }));
    const tab = await open();
    tab.desk.value = { id: OTHER };
    await vi.waitFor(() => expect(tab.capture.line.value).toBe("there"));
  });

  it("does not come back from a tab in which it stands since before it was saved elsewhere", async () => {
    const { kept, open } = browserWithTabs();
    const tab = await open();
    await typed(tab, "saved elsewhere");
    kept.clear();
    tab.desk.value = { id: OTHER };
    await vi.waitFor(() => expect(tab.capture.line.value).toBe(""));
  });
});

describe("A line that cannot be read", () => {
  beforeEach(() => vi.unstubAllGlobals());

  it("is saved as it was typed, and another one after it", async () => {
    const { open } = browserWithTabs();
    const tab = await open();
    vi.doMock("../../shared/capture/read-line.ts", () => {
      throw new Error("This file is gone.");
    });
    for (const line of ["Sample Caller, re contract", "Other Caller"]) {
      await typed(tab, line);
      expect(await tab.capture.save()).toBe(true);
    }
    vi.doUnmock("../../shared/capture/read-line.ts");
    expect(tab.saved).toMatchObject([
      { do: "create", kind: "call", fields: { note: "Sample Caller, re contract" } },
      { do: "create", kind: "call", fields: { note: "Other Caller" } },
    ]);
  });
});
