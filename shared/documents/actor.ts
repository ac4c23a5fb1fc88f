/**
 * Who writes into a document. An Automerge actor id is the device's id (16 bytes) followed by an incarnation
 * (4 bytes), both in hex: a device whose storage was lost or restored takes a new incarnation, because an actor
 * must never use a sequence number twice. The device part is what an envelope's signature is checked against.
 */
export function actorOf(device: string, incarnation: string): string {
  if (!/^[0-9a-f]{32}$/.test(device) || !/^[0-9a-f]{8}$/.test(incarnation))
    throw new Error("An actor is made of a 16-byte device id and a 4-byte incarnation, both in hex.");
  return device + incarnation;
}

/** The device (hex) that an actor belongs to. */
export function deviceOfActor(actor: string): string {
  return actor.slice(0, 32);
}
