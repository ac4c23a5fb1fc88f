import { render } from "preact";
import { showChord } from "../keys/chord.ts";
import { KEYMAP } from "../keys/keymap.ts";
import type { Surface } from "../state/surface.tsx";
import { fullMoment } from "../state/times.ts";
import type { Line, Paper } from "./use-paper.ts";
import type { Known } from "./use-window.ts";

/** As many rows are printed at once, some twenty-five pages; and read at once. */
const MOST = 1_000;
const PART = 500;

/** Reads the whole of a list, or as much of it as is printed, and has the browser print it. */
export async function printWhole<Item>(surface: Surface, paper: Paper<Item>): Promise<void> {
  const parts: Known<Item>[] = [];
  for (let at = 0; at < MOST && (parts[0] === undefined || at < parts[0].total); at += PART) {
    const part = await paper.list.read(at, PART);
    if (part) parts.push(part);
    else break;
  }
  const [first] = parts;
  if (!first) return;
  const take = lay(surface, paper, { ...first, items: parts.flatMap(({ items }) => items) });
  window.print();
  take();
}

/** Prints what is known of a list when the browser prints by itself. Gives what ends it. */
export function printFromMenu<Item>(surface: Surface, paper: () => Paper<Item>): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let take = () => {};
  addEventListener(
    "beforeprint",
    () => {
      const { list, beside } = paper();
      if (!beside && list.known && !document.querySelector(".paper-list"))
        take = lay(surface, paper(), list.known);
    },
    { signal },
  );
  addEventListener("afterprint", () => take(), { signal });
  return () => listening.abort();
}

/** Lays rows out for paper, at once: a page that is about to be printed waits for nothing. Gives what takes them away. */
function lay<Item>(surface: Surface, paper: Paper<Item>, known: Known<Item>): () => void {
  const place = document.createElement("div");
  place.className = "paper-list";
  document.body.append(place);
  render(<Sheet surface={surface} paper={paper} known={known} />, place);
  return () => {
    render(null, place);
    place.remove();
  };
}

interface SheetProps<Item> {
  readonly surface: Surface;
  readonly paper: Paper<Item>;
  readonly known: Known<Item>;
}

function Sheet<Item>({ surface, paper, known }: SheetProps<Item>) {
  const { words, desk, now, keys } = surface;
  const lines = known.items.map(paper.line);
  const { offset, total } = known;
  const end = offset + lines.length;
  const cut =
    offset > 0 || (end < total && end < MOST)
      ? words.say("print.part", {
          from: offset + 1,
          to: end,
          total,
          keys: showChord(KEYMAP["list.print"].keys[0] ?? "", keys.mac),
        })
      : end < total
        ? words.say("print.cut", { shown: end, total })
        : null;
  const printed = fullMoment(new Date(now.value).toISOString(), words.formats.value);
  return (
    <>
      <h1>{paper.title}</h1>
      <p class="small">
        {[desk.value?.name, known.search && `“${known.search}”`, paper.count(total), printed]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {cut && <p class="problem">{cut}</p>}
      {lines.some(({ confidential }) => confidential) && (
        <p class="problem">{words.say("print.confidential")}</p>
      )}
      {groupsOf(known, lines, paper.head).map(({ head, members }) => (
        <section key={members[0]?.id}>
          {head !== null && <h2>{head}</h2>}
          <ul>
            {members.map(({ id, title, under, when, whose }) => (
              <li key={id}>
                <span>
                  <strong>{title}</strong> {under}
                </span>
                <span>{whose}</span>
                <span>{when}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** The lines under the heads of the groups that they are in; where nothing is said above a group, all together. */
function groupsOf<Item>(
  { groups, offset }: Known<Item>,
  lines: readonly Line[],
  head: Paper<Item>["head"],
): readonly { readonly head: string | null; readonly members: readonly Line[] }[] {
  if (!head || groups.length === 0) return [{ head: null, members: lines }];
  let start = -offset;
  return groups.flatMap(({ key, count }) => {
    const members = lines.slice(Math.max(0, start), Math.max(0, start + count));
    start += count;
    return members.length > 0 ? [{ head: head(key), members }] : [];
  });
}
