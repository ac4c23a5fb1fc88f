import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { useSurface } from "../state/surface.tsx";

const KEYS = [
  [["J", "K"], "keys.move"],
  [["Enter"], "keys.open"],
  [["C"], "keys.claim"],
  [["N"], "keys.new"],
  [["/", "Ctrl K"], "keys.search"],
  [["Esc"], "keys.close"],
  [["?"], "keys.all"],
] as const;

/** All keys of the desk page. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { words } = useSurface();
  return (
    <Dialog title={words.say("keys.title")} onClose={onClose}>
      <dl class="keys">
        {KEYS.map(([keys, meaning]) => (
          <div key={meaning}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{words.say(meaning)}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <Button submit>{words.say("close")}</Button>
      </form>
    </Dialog>
  );
}
