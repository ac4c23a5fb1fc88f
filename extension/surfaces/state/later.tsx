import { signal } from "@preact/signals";
import type { ComponentChild } from "preact";

/** A component whose code is read when it is first shown: for what few see, on a page that must be there at once. */
export function later<Props extends object>(
  load: () => Promise<(props: Props) => ComponentChild>,
): (props: Props) => ComponentChild {
  const view = signal<((props: Props) => ComponentChild) | null>(null);
  let asked = false;
  return function Later(props: Props) {
    if (!asked) {
      asked = true;
      load().then(
        (loaded) => {
          view.value = loaded;
        },
        // What cannot be read now is asked for again when it is shown again.
        () => {
          asked = false;
        },
      );
    }
    const View = view.value;
    return View && <View {...props} />;
  };
}
