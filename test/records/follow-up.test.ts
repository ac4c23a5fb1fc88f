import { describe, expect, it } from "vitest";
import { call } from "../../shared/records/call.ts";
import { fieldOf } from "../../shared/records/define.ts";
import { followUp } from "../../shared/records/follow-up.ts";
import { message } from "../../shared/records/message.ts";
import { task } from "../../shared/records/task.ts";
import { valueFault } from "../../shared/records/value.ts";
import { recordOf } from "./sample-record.ts";

const CALL = recordOf(call, {
  caller: "Sample Caller",
  organization: "Baltic Sample Rail",
  phone: "+37126123456",
  subject: "contract renewal",
  note: "Wants the annex first.",
  principal: "lasting.principal10000000000",
  classification: "confidential",
  thread: "gmail:18c",
  status: "callBack",
  callBackBy: "2026-11-23T15:00:00Z",
  assignee: "aa".repeat(16),
});

describe("What follows from a call", () => {
  it("is a task for the same principal, of the same mail and class, that says what it is about and came from", () => {
    expect(followUp(CALL, task)).toEqual({
      summary: "Sample Caller · contract renewal",
      principal: "lasting.principal10000000000",
      classification: "confidential",
      thread: "gmail:18c",
      relatedTo: CALL.id,
    });
  });

  it("is a message of the same person with what they said, without a deadline that nobody gave it", () => {
    expect(followUp(CALL, message)).toEqual({
      caller: "Sample Caller",
      organization: "Baltic Sample Rail",
      phone: "+37126123456",
      principal: "lasting.principal10000000000",
      classification: "confidential",
      thread: "gmail:18c",
      message: "contract renewal\nWants the annex first.",
    });
  });

  it("fits its kind, however long what it came from is", () => {
    const long = recordOf(call, { caller: "x".repeat(500), subject: `\u{1f4de}${"y".repeat(498)}` });
    for (const kind of [task, message])
      for (const [name, value] of Object.entries(followUp(long, kind))) {
        const field = fieldOf(kind, name);
        expect(field && valueFault(field, value), name).toBeNull();
      }
  });
});
