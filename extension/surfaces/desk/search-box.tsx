import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { KeyMark } from "../keys/marks.tsx";
import { useKeys } from "../keys/use-keys.ts";
import { prepareSearch } from "../state/prepare-search.ts";
import { useSurface } from "../state/surface.tsx";

/** A line whose every letter searches. Letters from which Chinese is still being chosen are not words yet. */
export function SearchBox({ onSearch }: { readonly onSearch: (text: string) => void }) {
  const { words, keys, background, desk } = useSurface();
  const box = useRef<HTMLInputElement>(null);
  const empty = useSignal(true);
  const take = (text: string, choosing: boolean) => {
    empty.value = text === "";
    if (!choosing || words.locale.peek() !== "zh-CN") onSearch(text);
  };
  const prepare = () => prepareSearch(background, desk.peek());
  useKeys({ "list.search": () => box.current?.focus() });
  return (
    <span class="line-with-key">
      <input
        class="input"
        type="search"
        autocomplete="off"
        spellcheck={false}
        ref={box}
        aria-label={words.say("list.search")}
        aria-keyshortcuts={keys.chord("list.search")}
        placeholder={words.say("list.search")}
        onFocus={prepare}
        onInput={(event) => take(event.currentTarget.value, event.isComposing)}
        onCompositionEnd={(event) => take(event.currentTarget.value, false)}
      />
      {empty.value && <KeyMark of="list.search" />}
    </span>
  );
}
