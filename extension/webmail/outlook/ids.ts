/**
 * Graph's form of an Exchange id: `/` is `-` and `+` is `_` there, the opposite of base64url. Ids that are already in
 * that form stay as they are. Null for anything that is no id.
 */
export function graphId(value: string | null | undefined): string | null {
  if (!value || !/^[A-Za-z0-9+/_=-]{20,400}$/.test(value)) return null;
  return value.replaceAll("/", "-").replaceAll("+", "_");
}

/** What an id names: `AAQk` and `AQQk` a conversation, `AAMk` and `AQMk` an item (a message). */
export function kindOfId(id: string): "conversation" | "item" | null {
  if (/^A[AQ]Qk/.test(id)) return "conversation";
  return /^A[AQ]Mk/.test(id) ? "item" : null;
}

/** The id in an address of Outlook, in Graph's form: `/mail/…/id/<id>`, `/mail/deeplink/read/<id>`, `?ItemID=<id>`. */
export function idFromAddress(url: URL): string | null {
  const encoded = /\/mail\/(?:.*\/)?(?:id|deeplink\/read)\/([^/]+)/.exec(url.pathname)?.[1];
  if (encoded !== undefined) {
    try {
      return graphId(decodeURIComponent(encoded));
    } catch {
      return null;
    }
  }
  for (const [name, value] of url.searchParams) {
    // In a query a bare "+" reads as a space.
    if (name.toLowerCase() === "itemid") return graphId(value.replaceAll(" ", "+"));
  }
  return null;
}
