// Runs anew for each file of tests, also where several run in one process and what they import is loaded once.
import { afterAll } from "vitest";
import { ends } from "./ends.ts";

afterAll(async () => {
  for (const end of ends.splice(0)) await end();
});
