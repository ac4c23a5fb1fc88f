import type { FacetTable } from "../storage/facet-columns.ts";
import type { Facets } from "../storage/facets.ts";

/** Some records of a document, by their places. */
interface Part {
  readonly table: FacetTable;
  readonly places: readonly number[];
}

/** Some of a desk's records, however many: none of them is an object before somebody looks at it. */
export class Selection {
  readonly size: number;
  readonly #parts: readonly Part[];
  readonly #others: readonly Facets[];
  /** Where each part ends. */
  readonly #ends: readonly number[];

  /** @param others records that stand in no document's table; they come behind those that do */
  constructor(parts: readonly Part[], others: readonly Facets[]) {
    this.#parts = parts;
    this.#others = others;
    let end = 0;
    this.#ends = parts.map(({ places }) => {
      end += places.length;
      return end;
    });
    this.size = end + others.length;
  }

  /** The n-th of them. */
  at(n: number): Facets {
    const part = this.#ends.findIndex((end) => n < end);
    if (part < 0) return this.#others[n - (this.#ends.at(-1) ?? 0)]!;
    const { table, places } = this.#parts[part]!;
    return table.at(places[n - this.#ends[part]! + places.length]!);
  }

  all(): Facets[] {
    return [
      ...this.#parts.flatMap(({ table, places }) => places.map((place) => table.at(place))),
      ...this.#others,
    ];
  }

  /** The time of each, in milliseconds since 1970. */
  times(order: "at" | "updated"): Float64Array<ArrayBuffer> {
    const times = new Float64Array(this.size);
    let n = 0;
    for (const { table, places } of this.#parts)
      for (const place of places) times[n++] = table.time(order, place);
    for (const each of this.#others) times[n++] = each[order];
    return times;
  }
}

/** Records that were looked at already. */
export const selectionOf = (records: readonly Facets[]): Selection => new Selection([], records);
