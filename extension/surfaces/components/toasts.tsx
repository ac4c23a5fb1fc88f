import { useSurface } from "../state/surface.tsx";
import { Button } from "./button.tsx";

/** The notices, announced politely; a pointer or the focus on them stops their clock. */
export function ToastList() {
  const { toasts, words } = useSurface();
  return (
    <div
      class="toasts"
      role="status"
      aria-live="polite"
      onPointerEnter={() => toasts.hold(true)}
      onPointerLeave={() => toasts.hold(false)}
      onFocusIn={() => toasts.hold(true)}
      onFocusOut={() => toasts.hold(false)}
    >
      {toasts.shown.value.map(({ id, text, tone, undo }) => (
        <div class={`toast ${tone ?? ""}`} key={id}>
          <span>{text}</span>
          <span class="buttons">
            {undo && (
              <Button
                onPress={() => {
                  toasts.close(id);
                  undo();
                }}
              >
                {words.say("undo")}
              </Button>
            )}
            <Button look="icon" label={words.say("close")} onPress={() => toasts.close(id)}>
              ×
            </Button>
          </span>
        </div>
      ))}
    </div>
  );
}
