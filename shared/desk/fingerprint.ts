/** A desk's id as eight groups of digits, for two people to compare by telephone. */
export function fingerprintOf(desk: Uint8Array): string {
  const groups: string[] = [];
  for (let at = 0; at < 16; at += 2) groups.push(String((desk[at]! << 8) | desk[at + 1]!).padStart(5, "0"));
  return groups.join(" ");
}
