/** Gmail's views of one mail in a window of its own: to be printed, its source, the rest of a clipped one, a file of it. */
const bare = new Set(["pt", "om", "lg", "att", "snatt"]);

/** Whether an address of a webmail shows a mail or a file alone, to be printed or looked at: nothing stands beside it. */
export function isBareView({ hostname, pathname, searchParams }: URL): boolean {
  if (hostname === "mail.google.com") return bare.has(searchParams.get("view") ?? "");
  return /\/print[^/]*(?:\/|$)/i.test(pathname);
}
