import { sha256 } from "../../../shared/envelope/keys.ts";
import { type Bytes, toHex } from "../../../shared/protocol/bytes.ts";

/**
 * Parts of a base that the server was given before there was that base: where a connection ends in the middle, the next
 * one gives what is left. They are known by what is in them, for each is sealed under another nonce. The server keeps
 * them until it takes the next base, whosever that is.
 */
export class GivenParts {
  readonly #hashes = new Map<string, Bytes>();
  /** The newest base that the server told of. */
  #newest = "";

  /** The server's newest base is this one: what it was given before another one came is gone. */
  newestIs(base: Uint8Array): void {
    const newest = toHex(base);
    if (newest !== this.#newest) this.forget();
    this.#newest = newest;
  }

  /** The hash of the part that was given with this content under an epoch's key; undefined where none was. */
  async find(epoch: number, content: Bytes): Promise<Bytes | undefined> {
    return this.#hashes.get(await nameOf(epoch, content));
  }

  async add(epoch: number, content: Bytes, hash: Bytes): Promise<void> {
    this.#hashes.set(await nameOf(epoch, content), hash);
  }

  forget(): void {
    this.#hashes.clear();
  }
}

const nameOf = async (epoch: number, content: Bytes) => `${epoch} ${toHex(await sha256(content))}`;
