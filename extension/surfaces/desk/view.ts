import type { RowsQuery } from "../components/record-list.tsx";

/** What the desk page shows: a list, and perhaps a record of it. It is the page's address (`#queue`, `#trip/2026-11.k3…`). */
export interface View {
  readonly list: string;
  readonly record: string | null;
}

const RECORD = /^(?:\d{4}-\d{2}|lasting)\.[0-9a-z]{16,32}$/;

/** Reads the part of an address after `#`; a record alone is shown beside today, as is what is not understood. */
export function readView(hash: string): View {
  const said = decodeURIComponent(hash.replace(/^#/, ""));
  if (RECORD.test(said)) return { list: "today", record: said };
  const [list = "", record = ""] = said.split("/");
  return {
    list: /^[a-zA-Z]+(?::[\w.-]+)?$/.test(list) ? list : "today",
    record: RECORD.test(record) ? record : null,
  };
}

export const writeView = ({ list, record }: View): string => `#${list}${record ? `/${record}` : ""}`;

/** The question behind a list. `today` asks what presses first, `queue` what is mine or nobody's, a kind all of it. */
export function queryOf(
  list: string,
  {
    search,
    unclaimed,
    open,
  }: { readonly search: string; readonly unclaimed: boolean; readonly open: boolean },
): RowsQuery {
  const words = search.trim();
  const found = words ? { search: words } : {};
  const whose = unclaimed ? { assignee: "mineOrNone" as const } : {};
  if (list.startsWith("principal:"))
    return { principal: list.slice(10), ...(open ? { open } : {}), ...whose, ...found, order: "due" };
  if (list === "today" || list === "queue")
    return { ...(words ? {} : { open: true }), ...whose, ...found, order: "due" };
  return { kinds: [list], ...(open ? { open } : {}), ...whose, ...found, order: open ? "due" : "updated" };
}
