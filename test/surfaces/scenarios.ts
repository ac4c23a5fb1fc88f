import type { FakeWorld } from "./fake-background.ts";
import { mail, manyRecords, sampleDesk, sampleWorld, sync } from "./sample-world.ts";

const desk = (changes: Parameters<typeof sampleDesk>[0]): FakeWorld["app"] => {
  const only = sampleDesk(changes);
  return { desks: [only], current: only.id, locale: null, setAside: [] };
};

/** The states that a surface can be looked at in. */
export const scenarios: Readonly<Record<string, () => FakeWorld>> = {
  busy: () => sampleWorld(),
  empty: () => sampleWorld({ records: [], histories: {}, mail: null }),
  none: () =>
    sampleWorld({ app: { desks: [], current: null, locale: null, setAside: [] }, records: [], mail: null }),
  unreadable: () => sampleWorld({ mail: { ...mail(), recognised: false, thread: null } }),
  plain: () => sampleWorld({ mail: mail("Good morning, could you call me back?") }),
  offline: () => sampleWorld({ app: desk({ sync: sync({ phase: "offline", unsent: 3 }) }) }),
  sample: () => sampleWorld({ app: desk({ sample: true, server: null, sync: sync({ phase: "local" }) }) }),
  stopped: () => {
    const app = desk({
      sync: sync({
        phase: "stopped",
        problem: { code: "forked", detail: "the server shows another history" },
      }),
    });
    const aside = {
      id: "s1",
      desk: app.current ?? "",
      at: "2026-11-23T08:00:00Z",
      what: "Status of “Riga board trip” → booked",
      why: "it was cancelled meanwhile",
    };
    return sampleWorld({ app: { ...app, setAside: [aside] } });
  },
  letterless: () => {
    const world = sampleWorld({ mail: mail("Good morning, could you call me back?") });
    return { ...world, records: world.records.filter(({ kind }) => kind !== "reply" && kind !== "template") };
  },
  many: () => sampleWorld({ records: manyRecords(3000) }),
};
