import { describe, expect, it } from "vitest";
import { personOf } from "../../shared/records/person-of.ts";
import { reply } from "../../shared/records/reply.ts";
import { recordOf } from "./sample-record.ts";

const to = (written: string) => personOf(recordOf(reply, { to: written }));

describe("Whom a reply is to", () => {
  it("is the name and the address, also where the family name comes first with a comma", () => {
    for (const written of [
      "Caller, Sample <sample.caller@example.com>",
      '"Caller, Sample" <sample.caller@example.com>',
      "Caller, Sample <sample.caller@example.com>, Other <other@example.com>",
    ])
      expect(to(written), written).toMatchObject({
        name: "Caller, Sample",
        reach: ["sample.caller@example.com"],
      });
  });

  it("is the first of several", () => {
    expect(to("Sample Caller <sample.caller@example.com>; Other <other@example.com>")).toMatchObject({
      name: "Sample Caller",
      reach: ["sample.caller@example.com"],
    });
    expect(to("sample.caller@example.com, Other <other@example.com>")).toMatchObject({
      name: "",
      reach: ["sample.caller@example.com"],
    });
  });
});
