import type { AuditView } from "../../extension/port/audit.ts";
import { sampleDesk } from "./sample-world.ts";

const [owner, assistant] = sampleDesk().members.map(({ id }) => id) as [string, string];
const TRIP = "2026-11.trip1000000000000000";

type Act = AuditView["acts"][number];
const act = (id: string, at: string, by: string, item: Partial<Act["items"][number]>, late = false): Act => ({
  id,
  at,
  by,
  late,
  items: [
    {
      record: TRIP,
      kind: "trip",
      made: false,
      fields: ["status"],
      title: "Riga board trip",
      authority: "none",
      givenBy: null,
      ...item,
    },
  ],
});

/** A log in a principal's name with every kind of entry. */
export const sampleLog: AuditView = {
  total: 48,
  unsigned: 3,
  problem: null,
  end: "52197 31738 00670 41535 62229 22430 08997 07880",
  acts: [
    act("a5", "2026-11-23T11:20:00Z", assistant, { authority: "held", givenBy: owner }),
    act("a4", "2026-11-23T10:05:00Z", assistant, {
      fields: ["reservations/f1/title", "reservations/f1/startsAt", "note"],
      authority: "unproven",
    }),
    act("a3", "2026-11-23T08:06:00Z", owner, { kind: "task", title: "", made: true }),
    act("a2", "2026-11-20T08:06:00Z", assistant, { made: true }),
    act(
      "a1",
      "2026-11-19T08:06:00Z",
      "99".repeat(16),
      { kind: "call", title: "Sample Caller", fields: ["note"] },
      true,
    ),
  ],
};
