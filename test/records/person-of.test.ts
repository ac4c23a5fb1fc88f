import { describe, expect, it } from "vitest";
import { KINDS } from "../../shared/records/kinds.ts";
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

describe("Whom a record is about", () => {
  it("is told by the kind's own fields, the name as one line, each number and address once", () => {
    const contact = {
      fn: " Sample \n Caller ",
      org: "Baltic Sample Rail",
      tel: "+37126123456;ext=45",
      tel2: "+37126123456",
      email: "Caller@example.com",
    };
    expect(personOf(recordOf(KINDS.contact!, contact))).toEqual({
      name: "Sample Caller",
      organization: "Baltic Sample Rail",
      reach: ["+37126123456", "caller@example.com"],
    });
    expect(personOf(recordOf(KINDS.contact!, { fn: 5, org: "Rail" }))).toBeNull();
    expect(personOf(recordOf(KINDS.contact!, { fn: "Sample" }))).toMatchObject({ name: "Sample", reach: [] });
    expect(personOf(recordOf(KINDS.contact!, { tel: "ask" }))).toBeNull();
    expect(personOf(recordOf(KINDS.call!, { phone: "+37126123456" }))).toMatchObject({
      name: "",
      reach: ["+37126123456"],
    });
  });

  it("is nobody where the kind tells of none, or is not known", () => {
    expect(personOf(recordOf(KINDS.template!, { name: "Sample" }))).toBeNull();
    expect(personOf({ ...recordOf(KINDS.contact!, { fn: "Sample" }), kind: "hologram" })).toBeNull();
  });

  it("keeps a name that stands in its own field", () => {
    const { person } = reply;
    expect(person).toBeDefined();
    const named = { ...KINDS, reply: { ...reply, person: { ...person!, name: "subject" } } };
    const record = recordOf(reply, { subject: "Own Name", to: "Another <a@example.com>" });
    expect(personOf(record, named)).toMatchObject({ name: "Own Name", reach: ["a@example.com"] });
  });
});
