import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

/**
 * A self-signed X.509 v3 certificate (RFC 5280) for the given host names, valid from yesterday for a year, with a
 * fresh P-256 key. Written here in DER because Node makes no certificates and a person's machine may have no openssl.
 * `keyHash` names its public key (RFC 7469 2.4: base64 of the SHA-256 of the SubjectPublicKeyInfo).
 */
export function selfSignedCertificate(hosts: readonly string[]): {
  key: string;
  cert: string;
  keyHash: string;
} {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const name = sequence(set(sequence(oid("2.5.4.3"), utf8("Offline webmail host"))));
  const ecdsaWithSha256 = sequence(oid("1.2.840.10045.4.3.2"));
  const day = 86_400_000;
  const alternativeNames = hosts.map((host) => der(0x82, Buffer.from(host, "ascii")));
  const publicKeyInfo = publicKey.export({ type: "spki", format: "der" });
  const toBeSigned = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    ecdsaWithSha256,
    name,
    sequence(time(new Date(Date.now() - day)), time(new Date(Date.now() + 365 * day))),
    name,
    publicKeyInfo,
    der(0xa3, sequence(sequence(oid("2.5.29.17"), der(0x04, sequence(...alternativeNames))))),
  );
  const signature = sign("sha256", toBeSigned, privateKey);
  const certificate = sequence(
    toBeSigned,
    ecdsaWithSha256,
    der(0x03, Buffer.concat([Buffer.of(0), signature])),
  );
  return {
    keyHash: createHash("sha256").update(publicKeyInfo).digest("base64"),
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString("base64").replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`,
  };
}

/** One DER value: tag, length (X.690 8.1.3), content. */
function der(tag: number, content: Buffer): Buffer {
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.of(tag, length), content]);
  const bytes = Buffer.from(length.toString(16).padStart(length > 0xff ? 4 : 2, "0"), "hex");
  return Buffer.concat([Buffer.of(tag, 0x80 | bytes.length), bytes, content]);
}
const sequence = (...parts: Buffer[]) => der(0x30, Buffer.concat(parts));
const set = (...parts: Buffer[]) => der(0x31, Buffer.concat(parts));
const integer = (bytes: Buffer) => der(0x02, bytes);
const utf8 = (text: string) => der(0x0c, Buffer.from(text));
const time = (at: Date) => der(0x18, Buffer.from(at.toISOString().replace(/[-:T]|\.\d+/g, ""), "ascii"));

function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const bytes = [first * 40 + second];
  for (const arc of rest) {
    const groups = [arc & 0x7f];
    for (let left = arc >>> 7; left > 0; left >>>= 7) groups.unshift((left & 0x7f) | 0x80);
    bytes.push(...groups);
  }
  return der(0x06, Buffer.from(bytes));
}
