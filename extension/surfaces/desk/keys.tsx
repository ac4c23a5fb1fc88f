import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { useSurface } from "../state/surface.tsx";

const HERE = [
  [["J", "K"], "keys.move"],
  [["Enter"], "keys.open"],
  [["C"], "keys.claim"],
  [["H"], "keys.assign"],
  [["S"], "keys.status"],
  [["N"], "keys.new"],
  [["/", "Ctrl K"], "keys.search"],
  [["Esc"], "keys.close"],
  [["?"], "keys.all"],
] as const;

const CAPTURING = [
  [["Enter"], "keys.save"],
  [["Alt 1 – 3"], "keys.kind"],
  [["↓"], "keys.text"],
  [["Tab"], "keys.fields"],
] as const;

const SIDEBAR = [
  [["Alt N"], "keys.line"],
  [["←", "→"], "keys.parts"],
] as const;

/** The browser's own commands, by their names in the manifest. */
const ANYWHERE = [
  ["_execute_action", "keys.capture"],
  ["toggle-sidebar", "keys.sidebar"],
  ["open-desk", "keys.desk"],
] as const;

/** All keys, by where they work. Those of the browser are shown as they are set now. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { words, shortcuts } = useSurface();
  const set = useSignal<Readonly<Record<string, string>>>({});
  useEffect(() => {
    shortcuts().then(
      (now) => {
        set.value = now;
      },
      () => {},
    );
  }, []);
  const browserKeys = ANYWHERE.flatMap(([name, meaning]) =>
    set.value[name] === undefined ? [] : ([[[set.value[name].replaceAll("+", " ")], meaning]] as const),
  );
  const groups = [
    ["keys.here", HERE],
    ["keys.anywhere", browserKeys],
    ["keys.inPopup", CAPTURING],
    ["keys.inSidebar", SIDEBAR],
  ] as const;
  return (
    <Dialog title={words.say("keys.title")} onClose={onClose}>
      {groups.map(
        ([title, keys]) =>
          keys.length > 0 && (
            <section key={title}>
              <h3 class="overline">{words.say(title)}</h3>
              <dl class="keys">
                {keys.map(([pressed, meaning]) => (
                  <div key={meaning}>
                    <dt>
                      {pressed.map((key) =>
                        key ? (
                          <kbd key={key}>{key}</kbd>
                        ) : (
                          <span class="small quiet" key={meaning}>
                            {words.say("keys.unset")}
                          </span>
                        ),
                      )}
                    </dt>
                    <dd>{words.say(meaning)}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ),
      )}
      {browserKeys.length > 0 && <p class="small quiet">{words.say("keys.change")}</p>}
      <form method="dialog">
        <Button submit>{words.say("close")}</Button>
      </form>
    </Dialog>
  );
}
