import { useId } from "preact/hooks";
import { useSurface } from "../state/surface.tsx";
import { Button } from "./button.tsx";
import { Qr } from "./qr.tsx";

interface LinkProps {
  readonly link: string;
  /** What it is for, and until when. */
  readonly label: string;
  readonly care: string;
}

/** A link to pass on: to be copied, or taken from the screen by a telephone. */
export function LinkToPass({ link, label, care }: LinkProps) {
  const { words, toasts } = useSurface();
  const id = useId();
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    toasts.show({ text: words.say("invite.copied") });
  };
  return (
    <div class="stack">
      <div class="field">
        <label for={id}>{label}</label>
        <input
          class="input"
          id={id}
          readOnly
          autocomplete="off"
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
      </div>
      <div class="buttons">
        <Button look="filled" onPress={() => void copy()}>
          {words.say("invite.copy")}
        </Button>
      </div>
      <p class="small quiet">{care}</p>
      <Qr text={link} label={words.say("qr.label")} />
    </div>
  );
}
