import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { matchWords } from "../state/match-words.ts";
import { useSurface } from "../state/surface.tsx";
import { isSingle, showChord } from "./chord.ts";
import { BROWSER_KEYS, KEY_GROUPS, KEY_IDS, KEYMAP } from "./keymap.ts";
import { SingleKeys } from "./single-keys.tsx";

interface Line {
  /** As a keyboard shows them; an empty one is a command without a key. */
  readonly keys: readonly string[];
  readonly says: string;
}

/** All keys, by what they are for, those of this page first; the browser's as they are set now. */
export function KeysHelp({ onClose }: { readonly onClose: () => void }) {
  const { words, shortcuts, keys } = useSurface();
  const set = useSignal<Readonly<Record<string, string>>>({});
  const typed = useSignal("");
  useEffect(() => {
    shortcuts().then(
      (now) => {
        set.value = now;
      },
      () => {},
    );
  }, []);
  const single = keys.single.value;
  const linesOf = (group: string, here: boolean): Line[] =>
    KEY_IDS.filter(keys.allowed)
      .map((each) => KEYMAP[each])
      .filter((entry) => entry.group === group && entry.in.includes(keys.place) === here)
      .map((entry) => ({
        keys: entry.keys
          .filter((chord) => single || !isSingle(chord))
          .map((chord) => showChord(chord, keys.mac)),
        says: words.say(entry.says),
      }))
      .filter((line) => line.keys.length > 0);
  const ofBrowser: Line[] = BROWSER_KEYS.flatMap(([name, says]) => {
    const key = set.value[name];
    return key === undefined ? [] : [{ keys: [key.replaceAll("+", " ")], says: words.say(says) }];
  });
  if (ofBrowser.length > 0) ofBrowser.push({ keys: ["sd", "Tab"], says: words.say("keys.omnibox") });
  const groups = [
    ...KEY_GROUPS.map(([group, title]) => ({ title: words.say(title), lines: linesOf(group, true) })),
    { title: words.say("keys.anywhere"), lines: ofBrowser },
    ...KEY_GROUPS.map(([group, title]) => ({
      title: words.say("keys.elsewhere", { where: words.say(title) }),
      lines: linesOf(group, false),
    })),
  ];
  const wanted = typed.value.trim();
  const shown = groups
    .map(({ title, lines }) => ({
      title,
      lines: lines.filter(
        (line) =>
          wanted === "" ||
          matchWords(wanted, [`${line.says} ${title}`]) > 0 ||
          line.keys.some((key) => key.toLowerCase() === wanted.toLowerCase()),
      ),
    }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <Dialog title={words.say("keys.title")} onClose={onClose}>
      <input
        class="input"
        type="search"
        autocomplete="off"
        aria-label={words.say("keys.find")}
        placeholder={words.say("keys.find")}
        value={typed.value}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
        }}
      />
      <div class="keys-groups">
        {shown.map(({ title, lines }) => (
          <section key={title}>
            <h3 class="overline">{title}</h3>
            <dl class="keys">
              {lines.map((line) => (
                <div key={line.says}>
                  <dt>
                    {line.keys.map((key) =>
                      key ? (
                        <kbd key={key}>{key}</kbd>
                      ) : (
                        <span class="small quiet" key={line.says}>
                          {words.say("keys.unset")}
                        </span>
                      ),
                    )}
                  </dt>
                  <dd>{line.says}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        {shown.length === 0 && <p class="quiet">{words.say("empty.search")}</p>}
      </div>
      <SingleKeys />
      {ofBrowser.length > 0 && <p class="small quiet">{words.say("keys.change")}</p>}
      <form method="dialog">
        <Button submit>{words.say("close")}</Button>
      </form>
    </Dialog>
  );
}
