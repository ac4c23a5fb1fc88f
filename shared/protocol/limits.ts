/** What a device and the server agree not to exceed. Bytes unless a name says otherwise. */

/** One WebSocket message, either way. */
export const MAX_FRAME_BYTES = 1_048_576;
/** One envelope: leaves room for the frame around it. */
export const MAX_ENVELOPE_BYTES = 1_000_000;
/** Envelopes in one append. */
export const MAX_GROUP = 256;
/** A chunk of catch-up; one larger envelope travels alone. */
export const CATCH_UP_CHUNK_BYTES = 512 * 1024;
/** One entry of the roster: a new epoch's key for some 600 devices and open invitations. */
export const MAX_ROSTER_ENTRY_BYTES = 64 * 1024;
/** Entries in one desk's roster. */
export const MAX_ROSTER_LENGTH = 10_000;
/** All of them: whoever joins reads and verifies every one. */
export const MAX_ROSTER_BYTES = 16_000_000;
/** Sealed presence: who is looking at what. */
export const MAX_PRESENCE_BYTES = 4_096;
/** A refusal's text, as UTF-8. */
export const MAX_MESSAGE_BYTES = 1_000;
/** One sealed part of a base. */
export const MAX_PART_BYTES = 1_000_000;
/** Parts of one base. */
export const MAX_BASE_PARTS = 5_000;
/** Devices whose chains a base ends. */
export const MAX_BASE_ENDS = 10_000;
/** A base's manifest: leaves room for its confirmation and the frame around both. */
export const MAX_MANIFEST_BYTES = 900_000;
/** The confirmation of a base. */
export const MAX_CONFIRMATION_BYTES = 1_000;
