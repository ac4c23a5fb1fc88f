// Made by test/run/list-kinds.mjs from the files of this folder: every kind of record.
export { call } from "./call.ts";
export { contact } from "./contact.ts";
export { delegation } from "./delegation.ts";
export { message } from "./message.ts";
export { principal } from "./principal.ts";
export { reply } from "./reply.ts";
export { task } from "./task.ts";
export { template } from "./template.ts";
export { trip } from "./trip.ts";
