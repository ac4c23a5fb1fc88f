import * as v from "valibot";
import { expect, test } from "vitest";
import { callSchema } from "../../extension/port/calls.ts";
import { pageMessageSchema, pageRequestSchema } from "../../extension/port/page.ts";
import { querySchema } from "../../extension/port/queries.ts";
import { requestSchema } from "../../extension/port/surface.ts";
import { EVERY_PAGE_MESSAGE, EVERY_REQUEST } from "./every-message.ts";

test("The messages that are tried on the background are all that there are, and each is as agreed", () => {
  expect(EVERY_REQUEST).toHaveLength(callSchema.options.length + querySchema.options.length + 1);
  for (const message of EVERY_REQUEST)
    expect(v.is(requestSchema, message), JSON.stringify(message)).toBe(true);
  expect(EVERY_PAGE_MESSAGE).toHaveLength(1 + 2 + 3);
  for (const message of EVERY_PAGE_MESSAGE)
    expect(v.is(v.union([pageMessageSchema, pageRequestSchema]), message), JSON.stringify(message)).toBe(
      true,
    );
});
