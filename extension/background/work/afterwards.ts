/** How long what nobody waits for may wait, in ms: longer than a change takes to a colleague's screen. */
const WAIT_MS = 250;

/** What changes have left to do: documents to keep short, and records to show once more. */
interface Left {
  readonly documents: Set<string>;
  readonly records: Set<string>;
}

/** Gathers, by desk, what is to be done a little later. */
export interface Afterwards {
  add(desk: string, left: { readonly documents: Iterable<string>; readonly records: Iterable<string> }): void;
  /** Does all of it now; resolves when it is done. */
  now(): Promise<void>;
}

/** @param work does what was gathered for a desk; it must not reject */
export function openAfterwards(
  later: (run: () => void, ms: number) => unknown,
  work: (desk: string, left: Left) => Promise<void>,
): Afterwards {
  let gathered = new Map<string, Left>();
  const now = async () => {
    const due = gathered;
    gathered = new Map();
    for (const [desk, left] of due) await work(desk, left);
  };
  return {
    now,
    add(desk, { documents, records }) {
      if (gathered.size === 0) later(() => void now(), WAIT_MS);
      const left = gathered.get(desk) ?? { documents: new Set(), records: new Set() };
      gathered.set(desk, left);
      for (const document of documents) left.documents.add(document);
      for (const record of records) left.records.add(record);
    },
  };
}
