/** The eight bytes that every module of version 1 begins with. */
const PREAMBLE = 8;
const CUSTOM = 0;

/** Where a number in unsigned LEB128 ends, and what it says. */
function readNumber(bytes: Uint8Array, at: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let end = at, factor = 1; ; factor *= 128) {
    const byte = bytes[end++];
    if (byte === undefined) throw new Error("The module ends in the middle of a section's length.");
    value += (byte & 127) * factor;
    if (byte < 128) return { value, end };
  }
}

/**
 * A WebAssembly module without its custom sections: names of functions for a debugger, tools that made it. No engine
 * needs them to run it (WebAssembly Core Specification, 2.5.1), and of Automerge's file they are a fifth.
 * @throws Error where the bytes end inside a section
 */
export function stripWasm(module: Uint8Array): Uint8Array {
  const kept = [module.subarray(0, PREAMBLE)];
  for (let at = PREAMBLE; at < module.length; ) {
    const { value: size, end } = readNumber(module, at + 1);
    const next = end + size;
    if (next > module.length) throw new Error("The module ends in the middle of a section.");
    if (module[at] !== CUSTOM) kept.push(module.subarray(at, next));
    at = next;
  }
  return Buffer.concat(kept);
}
