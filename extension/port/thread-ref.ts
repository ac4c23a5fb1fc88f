import type { PageReport } from "./page.ts";

/** The open thread as records name it (`gmail:<hex>`, `outlook:<id>`); null where the page does not say it for sure. */
export function threadRef(report: PageReport | null): string | null {
  const id = report?.thread?.threadId;
  return report && id ? `${report.provider}:${id}` : null;
}
