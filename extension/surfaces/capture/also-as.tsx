import { kindOf } from "../../../shared/records/kinds.ts";
import { Button } from "../components/button.tsx";
import { KeyMark } from "../keys/marks.tsx";
import { useSurface } from "../state/surface.tsx";
import type { Capture } from "./capture.ts";
import { CAPTURED } from "./reading.ts";

interface AlsoAsProps {
  readonly capture: Capture;
  /** The line is filled again: writing goes on there. */
  readonly onAgain: () => void;
}

/** After a call was saved: the same line once more, as the message or the task that it also is. */
export function AlsoAs({ capture, onAgain }: AlsoAsProps) {
  const { words } = useSurface();
  const saved = capture.saved.value;
  if (!saved) return null;
  return (
    <div class="also-as small">
      <span class="quiet">{words.say("again.as")}</span>
      {CAPTURED.filter((kind) => kind !== saved).map((kind) => {
        const definition = kindOf(kind);
        return (
          <Button key={kind} look="plain" onPress={() => capture.again(kind) && onAgain()}>
            {definition ? words.name(definition.label) : kind}
          </Button>
        );
      })}
      <KeyMark of="capture.again" />
    </div>
  );
}
