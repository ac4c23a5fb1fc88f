import { useSignal } from "@preact/signals";
import { useCallback } from "preact/hooks";
import { contact } from "../../../shared/records/contact.ts";
import type { PersonRow } from "../../port/surface.ts";
import { Avatar } from "../components/avatar.tsx";
import { Button } from "../components/button.tsx";
import { Chip } from "../components/chip.tsx";
import { Empty } from "../components/empty.tsx";
import { Failed } from "../components/failed.tsx";
import { Marked } from "../components/marked.tsx";
import { useKeys } from "../keys/use-keys.ts";
import { cellAttributes, type GridRow, rowAttributes, tabStop } from "../rows/grid-row.ts";
import { LongList } from "../rows/long-list.tsx";
import { usePaper } from "../rows/use-paper.ts";
import { useWindow } from "../rows/use-window.ts";
import { makeNew } from "../state/make-new.ts";
import { sayPhone } from "../state/phone.ts";
import { useSurface } from "../state/surface.tsx";
import { sayPast } from "../state/times.ts";
import { useLatest } from "../state/use-latest.ts";
import { lineOfPerson } from "./lines.ts";
import { SearchBox } from "./search-box.tsx";

interface PeopleProps {
  readonly current: string | null;
  readonly onPerson: (key: string) => void;
  readonly onRecord: (id: string) => void;
  readonly onMenu: () => void;
}

/** Everyone who called, wrote or was written to, the last heard of first. */
export function People({ current, onPerson, onRecord, onMenu }: PeopleProps) {
  const surface = useSurface();
  const { words, keys, rights } = surface;
  const search = useSignal("");
  const asked = search.value.trim();
  const found = useWindow({ q: "people", ...(asked ? { search: asked } : {}) });
  const total = found.known?.total ?? 0;
  const create = () => makeNew(surface, contact, onRecord);
  useKeys({ "list.new": create });
  usePaper({
    title: words.say("people.title"),
    count: (n) => words.say("people.count", { n }),
    list: found,
    line: (person) => lineOfPerson(person, surface),
    beside: current !== null,
  });
  const open = useLatest(onPerson);
  const marked = found.known?.search ?? "";
  const draw = useCallback(
    (person: PersonRow, grid: GridRow) => (
      <PersonLine
        person={person}
        grid={grid}
        search={marked}
        current={person.key === current}
        onOpen={() => open(person.key)}
      />
    ),
    [marked, current, open],
  );
  return (
    <div class="list">
      <header class="list-head">
        <Button look="icon" label={words.say("nav.menu")} onPress={onMenu}>
          ☰
        </Button>
        <h1 tabIndex={-1}>{words.say("people.title")}</h1>
        <span class="small quiet" role="status">
          {found.settled && words.say("people.count", { n: total })}
        </span>
        {rights.value.write && (
          <Button look="plain" keys={keys.chord("list.new")} onPress={() => void create()}>
            {words.say("list.new")}
          </Button>
        )}
      </header>
      <div class="list-search">
        <SearchBox onSearch={(text) => (search.value = text)} />
      </div>
      {found.error && <Failed error={found.error} />}
      {found.settled && total === 0 ? (
        <div class="list-rows">
          {asked ? (
            <Empty title={words.say("empty.search")}>{words.say("people.searchHow")}</Empty>
          ) : (
            <Empty title={words.say("people.empty")}>{words.say("people.emptyHow")}</Empty>
          )}
        </div>
      ) : (
        <LongList
          label={words.say("people.title")}
          list={found}
          idOf={({ key }) => key}
          current={current}
          render={draw}
        />
      )}
    </div>
  );
}

interface PersonLineProps {
  readonly person: PersonRow;
  readonly grid: GridRow;
  readonly search: string;
  readonly current: boolean;
  readonly onOpen: () => void;
}

function PersonLine({ person, grid, search, current, onOpen }: PersonLineProps) {
  const { words, now } = useSurface();
  const name = person.name || person.reach[0] || "";
  // What is looked for by its digits is marked in them.
  const say = (each: string) => (each.startsWith("+") && !/\d/.test(search) ? sayPhone(each, words) : each);
  const under = [person.organization, ...person.reach.filter((each) => each !== name).map(say)].filter(
    Boolean,
  );
  return (
    <div class={current ? "row current" : "row"} {...rowAttributes(grid)}>
      <span class="face" {...cellAttributes(grid)} aria-hidden="true">
        <Avatar name={name} beside />
      </span>
      <span class="what" {...cellAttributes(grid)}>
        <button
          type="button"
          class="open"
          tabIndex={tabStop(grid)}
          aria-current={current ? "true" : undefined}
          data-row={person.key}
          onClick={onOpen}
        >
          <span class="title" title={name}>
            <Marked text={name} search={search} />
          </span>
          <span class="under" title={under.join(" · ")}>
            {under.length > 0 ? <Marked text={under.join(" · ")} search={search} /> : "\u00a0"}
          </span>
        </button>
      </span>
      <span class="when" {...cellAttributes(grid)}>
        {person.open > 0 && <Chip tone="attention">{words.say("people.open", { n: person.open })}</Chip>}{" "}
        {person.last && (
          <span class="small quiet">{sayPast(person.last, now.value, words.formats.value)}</span>
        )}
      </span>
    </div>
  );
}
