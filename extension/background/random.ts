/** Random bytes of the browser's own source: keys, ids, and the nonce of every envelope are made of them. */
export const random = (count: number): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(count));
