import { inflateRawSync } from "node:zlib";

/**
 * The platform's streams without its threads: what is inflated is there in the same turn. With the real ones, when it
 * comes depends on the machine, and virtual time does not wait for it.
 */
export function installInstantStreams(): void {
  Object.assign(globalThis, {
    Blob: InstantBlob,
    DecompressionStream: InstantInflation,
    Response: InstantResponse,
  });
}

class InstantBlob {
  readonly #parts: readonly Uint8Array[];

  constructor(parts: readonly Uint8Array[]) {
    this.#parts = parts;
  }

  stream(): ReadableStream<Uint8Array> {
    return new ReadableStream({
      start: (to) => {
        for (const part of this.#parts) to.enqueue(part);
        to.close();
      },
    });
  }
}

/** Of "deflate-raw" alone. */
class InstantInflation extends TransformStream<Uint8Array, Uint8Array> {
  constructor() {
    const parts: Uint8Array[] = [];
    super({
      transform: (part) => void parts.push(part),
      flush: (to) => to.enqueue(inflateRawSync(Buffer.concat(parts))),
    });
  }
}

class InstantResponse {
  readonly #body: ReadableStream<Uint8Array>;

  constructor(body: ReadableStream<Uint8Array>) {
    this.#body = body;
  }

  async text(): Promise<string> {
    const parts: Uint8Array[] = [];
    for await (const part of this.#body) parts.push(part);
    return new TextDecoder().decode(Buffer.concat(parts));
  }
}
