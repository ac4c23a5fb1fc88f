import type { Classification } from "../../../shared/records/classification.ts";
import type { Facets } from "./facets.ts";

/** For each record the place of its text among few different ones. */
interface Chosen {
  readonly texts: readonly string[];
  readonly of: Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;
}

/**
 * The facets of a document's records, each kind of facet by itself, the n-th everywhere of the n-th record: read as
 * they lie, without looking at one record. What differs from record to record is one text, a line for each.
 */
export interface FacetColumns {
  readonly ids: string;
  readonly names: string;
  readonly organizations: string;
  readonly reaches: string;
  readonly kinds: Chosen;
  readonly principals: Chosen;
  readonly assignees: Chosen;
  /** The sum of `OPEN`, `URGENT`, `WHOLE_DAY`, and of `CLASS` times the place in `CLASSES`. */
  readonly marks: Uint8Array<ArrayBuffer>;
  readonly updated: Float64Array<ArrayBuffer>;
  readonly at: Float64Array<ArrayBuffer>;
  /** A whole day as its midnight in UTC: where on earth it begins is known when it is read. */
  readonly due: Float64Array<ArrayBuffer>;
}

const OPEN = 1;
const URGENT = 2;
const WHOLE_DAY = 4;
const CLASS = 8;
/** By their numbers here; the first is what was kept before there were classes. */
const CLASSES: readonly Classification[] = ["internal", "public", "confidential", "privileged"];

/** Facets as they are kept, in the order given. */
export function packFacets(all: readonly Facets[]): FacetColumns {
  const lines = (of: (each: Facets) => string) => all.map(of).join("\n");
  const times = (of: (each: Facets) => number) => Float64Array.from(all, of);
  return {
    ids: lines(({ id }) => id),
    names: lines(({ name }) => name),
    organizations: lines(({ organization }) => organization),
    reaches: lines(({ reach }) => reach),
    kinds: choose(all, ({ kind }) => kind),
    principals: choose(all, ({ principal }) => principal),
    assignees: choose(all, ({ assignee }) => assignee),
    marks: Uint8Array.from(
      all,
      (each) =>
        (each.open ? OPEN : 0) +
        (each.urgent ? URGENT : 0) +
        (each.wholeDay ? WHOLE_DAY : 0) +
        CLASS * CLASSES.indexOf(each.classification),
    ),
    updated: times(({ updated }) => updated),
    at: times(({ at }) => at),
    due: times(({ due, wholeDay }) => (wholeDay ? utcMidnight(due) : due)),
  };
}

/** The facets of columns, each looked up when it is asked for. */
export function readFacets(columns: FacetColumns): readonly Facets[] {
  const all = new Columns(columns);
  const facets: Facets[] = [];
  for (let n = 0; n < columns.marks.length; n++) facets.push(new Line(all, n));
  return facets;
}

function choose(all: readonly Facets[], textOf: (each: Facets) => string): Chosen {
  const places = new Map<string, number>();
  const place = (text: string) => {
    const known = places.get(text);
    if (known === undefined) places.set(text, places.size);
    return known ?? places.size - 1;
  };
  const of = all.map((each) => place(textOf(each)));
  return { texts: [...places.keys()], of: places.size <= 256 ? Uint8Array.from(of) : Uint32Array.from(of) };
}

/** Columns whose texts are cut into lines, and whole days placed on earth, once somebody looks. */
class Columns {
  readonly kept: FacetColumns;
  #lines: Partial<Record<"ids" | "names" | "organizations" | "reaches", readonly string[]>> = {};
  #due: Float64Array | undefined;
  constructor(kept: FacetColumns) {
    this.kept = kept;
  }
  line(column: "ids" | "names" | "organizations" | "reaches", n: number): string {
    this.#lines[column] ??= this.kept[column].split("\n");
    return this.#lines[column][n]!;
  }
  due(n: number): number {
    this.#due ??= this.kept.due.map((due, at) =>
      this.kept.marks[at]! & WHOLE_DAY ? localMidnight(due) : due,
    );
    return this.#due[n]!;
  }
}

/** One record's facets: where to look for them. */
class Line implements Facets {
  readonly #of: Columns;
  readonly #n: number;
  constructor(of: Columns, n: number) {
    this.#of = of;
    this.#n = n;
  }
  get id() {
    return this.#of.line("ids", this.#n);
  }
  get kind() {
    return chosen(this.#of.kept.kinds, this.#n);
  }
  get open() {
    return this.#has(OPEN);
  }
  get urgent() {
    return this.#has(URGENT);
  }
  get wholeDay() {
    return this.#has(WHOLE_DAY);
  }
  get classification() {
    return CLASSES[Math.floor(this.#of.kept.marks[this.#n]! / CLASS) % CLASSES.length]!;
  }
  get updated() {
    return this.#of.kept.updated[this.#n]!;
  }
  get at() {
    return this.#of.kept.at[this.#n]!;
  }
  get due() {
    return this.#of.due(this.#n);
  }
  get principal() {
    return chosen(this.#of.kept.principals, this.#n);
  }
  get assignee() {
    return chosen(this.#of.kept.assignees, this.#n);
  }
  get name() {
    return this.#of.line("names", this.#n);
  }
  get organization() {
    return this.#of.line("organizations", this.#n);
  }
  get reach() {
    return this.#of.line("reaches", this.#n);
  }
  #has(mark: number): boolean {
    return (this.#of.kept.marks[this.#n]! & mark) !== 0;
  }
}

const chosen = ({ texts, of }: Chosen, n: number): string => texts[of[n]!]!;

/** A local midnight's day as that day's midnight in UTC, and back. */
function utcMidnight(local: number): number {
  const day = new Date(local);
  return Date.UTC(day.getFullYear(), day.getMonth(), day.getDate());
}
function localMidnight(utc: number): number {
  const day = new Date(utc);
  return new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate()).getTime();
}
