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

/**
 * A document's facets by their places in the columns. There is an object only for those that somebody looks at: to
 * make one for each of a desk's records takes longer than to look through all columns.
 */
export class FacetTable {
  readonly count: number;
  readonly #columns: Columns;
  readonly #made: Facets[] = [];

  constructor(columns: FacetColumns) {
    this.count = columns.marks.length;
    this.#columns = new Columns(columns);
  }
  /** One record's facets, each looked up when it is asked for; the same object every time. */
  at(place: number): Facets {
    this.#made[place] ??= new Line(this.#columns, place);
    return this.#made[place];
  }
  all(): readonly Facets[] {
    return Array.from({ length: this.count }, (_, place) => this.at(place));
  }
  /** Milliseconds since 1970. */
  time(order: "at" | "updated", place: number): number {
    return this.#columns.kept[order][place]!;
  }
  /** The places whose facets are wanted, of all or of some. What `wanted` is given is another record's in the next moment. */
  where(wanted: (each: Facets) => boolean, among?: readonly number[]): number[] {
    const each = new Line(this.#columns, 0);
    const found: number[] = [];
    for (let n = 0, end = among?.length ?? this.count; n < end; n++) {
      each.place = among ? among[n]! : n;
      if (wanted(each)) found.push(each.place);
    }
    return found;
  }
}

/** The facets of columns, each looked up when it is asked for. */
export const readFacets = (columns: FacetColumns): readonly Facets[] => new FacetTable(columns).all();

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
  place: number;
  constructor(of: Columns, place: number) {
    this.#of = of;
    this.place = place;
  }
  get id() {
    return this.#of.line("ids", this.place);
  }
  get kind() {
    return chosen(this.#of.kept.kinds, this.place);
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
    return CLASSES[Math.floor(this.#of.kept.marks[this.place]! / CLASS) % CLASSES.length]!;
  }
  get updated() {
    return this.#of.kept.updated[this.place]!;
  }
  get at() {
    return this.#of.kept.at[this.place]!;
  }
  get due() {
    return this.#of.due(this.place);
  }
  get principal() {
    return chosen(this.#of.kept.principals, this.place);
  }
  get assignee() {
    return chosen(this.#of.kept.assignees, this.place);
  }
  get name() {
    return this.#of.line("names", this.place);
  }
  get organization() {
    return this.#of.line("organizations", this.place);
  }
  get reach() {
    return this.#of.line("reaches", this.place);
  }
  #has(mark: number): boolean {
    return (this.#of.kept.marks[this.place]! & mark) !== 0;
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
