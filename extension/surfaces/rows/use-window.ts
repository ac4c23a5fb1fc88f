import { type Signal, useSignal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import type { BackgroundError } from "../../port/client.ts";
import { readGroups } from "../../port/row-groups.ts";
import type { PeoplePage, PersonRow, Query, Row, RowGroup, RowPage } from "../../port/surface.ts";
import { askOnce } from "../state/ask-once.ts";
import { useSurface } from "../state/surface.tsx";
import { keepSame } from "./keep-same.ts";
import type { Range } from "./layout.ts";

/** A list's question, whole; which part of it is asked for follows from what is on screen. */
export type ListQuery =
  | Omit<Extract<Query, { q: "rows" }>, "desk" | "offset" | "limit">
  | Omit<Extract<Query, { q: "people" }>, "desk" | "offset" | "limit">;

/** Rows are asked for in windows that begin at a multiple of this. */
const STEP = 40;
/** The height of a row in CSS pixels, or less. */
const ROW = 52;
/** Rows drawn below those in sight, at most. */
const BELOW = 12;
/**
 * Rows of the first window, at the list's top: what this page can show, so that a letter typed is answered at once. In
 * few steps, so that pages of nearly the same height ask the same.
 */
const firstRows = () => Math.min(MOST, Math.ceil((innerHeight / ROW + BELOW) / 16) * 16);
/** Rows of a window, at least: those on screen lie in its middle, with as many on both sides as one turn of the wheel needs. */
const WINDOW = 4 * STEP;
/** The background gives no more at once. */
const MOST = 12 * STEP;

/** The rows to ask for while some are in sight: these, and on both sides at least those that are drawn beyond them. */
export function windowAround({ first, last }: Range): { readonly offset: number; readonly limit: number } {
  const needed = last - first + 2 * BELOW + STEP;
  const limit = Math.min(MOST, Math.max(WINDOW, Math.ceil(needed / STEP) * STEP));
  const middle = (first + last) / 2 - limit / 2;
  return { offset: Math.max(0, Math.round(middle / STEP) * STEP), limit };
}

/** The part of a list that is known. */
export interface Known<Item> {
  readonly items: readonly Item[];
  /** How many of the list stand before the first of `items`. */
  readonly offset: number;
  readonly total: number;
  readonly groups: readonly RowGroup[];
  /** The question that this answers. */
  readonly asked: string;
  /** The words that it searched for; "" where it was no search. */
  readonly search: string;
}

export interface Window<Item> {
  /** Null until the first answer. While another question is asked, what is known of the one before stays. */
  readonly known: Known<Item> | null;
  /** Whether `known` answers the present question. */
  readonly settled: boolean;
  readonly error: BackgroundError | null;
  /** Says which rows are on screen. */
  show(range: Range): void;
  /** Asks at once what the list will ask when it has been drawn with this question. */
  expect(query: ListQuery): void;
  /** Reads so many rows behind the first `offset`, once, wherever the list stands; null where there is no desk. */
  read(offset: number, limit: number): Promise<Known<Item> | null>;
}

const windowOf = (query: ListQuery, desk: string, offset: number, limit: number) =>
  ({ ...query, desk, offset, limit }) as Query & { q: "rows" | "people" };

/** The question that a list which is about to be shown asks first. */
export const firstWindow = (query: ListQuery, desk: string) => windowOf(query, desk, 0, firstRows());

/** An answer as what is known of a list. */
function knownOf<Item>(answer: RowPage | PeoplePage, asked: string, { search = "" }: ListQuery): Known<Item> {
  const items = ("rows" in answer ? answer.rows : answer.people) as unknown as readonly Item[];
  const groups = "rows" in answer ? readGroups(answer.groups) : [];
  return { items, groups, asked, offset: answer.offset, total: answer.total, search };
}

const idOf = (item: Row | PersonRow) => ("id" in item ? item.id : item.key);

/**
 * The part of a list around what is on screen, kept up to date: a list of any length costs what is seen of it.
 * @param all of every desk of this device, rather than of the one that is chosen
 */
export function useWindow<Q extends ListQuery>(
  query: Q,
  all = false,
): Window<Q extends { q: "people" } ? PersonRow : Row> {
  type Item = Q extends { q: "people" } ? PersonRow : Row;
  const { background, desk } = useSurface();
  const current = all ? "all" : desk.value?.id;
  const asked = JSON.stringify({ current, ...query });
  const known: Signal<Known<Item> | null> = useSignal(null);
  const error = useSignal<BackgroundError | null>(null);
  const place = useSignal({ asked: "", offset: 0, limit: 0 });
  const first = firstRows();
  const { offset, limit } = place.value.asked === asked ? place.value : { offset: 0, limit: first };
  // Before the next frame: a letter that was typed is answered in the frame in which it is seen.
  useLayoutEffect(() => {
    if (!current) return;
    return background.watch(
      windowOf(query, current, offset, limit),
      (answer) => {
        const came = knownOf<Item>(answer, asked, query);
        known.value = { ...came, items: keepSame<Item>(known.peek()?.items ?? [], came.items, idOf) };
        error.value = null;
      },
      (failure) => {
        error.value = failure;
      },
    );
  }, [asked, offset, limit, background, current]);
  const settled = known.value?.asked === asked;
  return {
    known: known.value,
    settled,
    error: error.value,
    show(seen) {
      // Where an earlier question's rows still stand, their place says nothing about the present one.
      if (!settled) return;
      const around = windowAround(seen);
      // The first window holds what is in sight before anybody scrolls.
      const wanted = seen.last + BELOW < first ? { offset: around.offset, limit } : around;
      if (wanted.offset !== offset || wanted.limit !== limit) place.value = { asked, ...wanted };
    },
    expect(next) {
      if (current && JSON.stringify({ current, ...next }) !== asked)
        background.ahead(firstWindow(next, current));
    },
    async read(from, most) {
      if (!current) return null;
      return knownOf(await askOnce(background, windowOf(query, current, from, most)), asked, query);
    },
  };
}
