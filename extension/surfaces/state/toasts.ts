import { type ReadonlySignal, signal } from "@preact/signals";

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone?: "urgent";
  readonly undo?: () => void;
}

export interface Toasts {
  readonly shown: ReadonlySignal<readonly Toast[]>;
  /** Shows a notice for ten seconds; one that says what failed stays until it is closed. */
  show(toast: Omit<Toast, "id">): void;
  close(id: number): void;
  /**
   * Something that says where it stands that it can be taken back, so that no notice does; `undo` takes it back while
   * it is the newest. Gives what withdraws it.
   */
  offer(undo: () => void): () => void;
  /** Takes back what the newest notice tells of, or what is offered since; false where nothing can be taken back. */
  undo(): boolean;
  /** Stops the clock of every notice while a person points at or reads them; `false` starts it again. */
  hold(held: boolean): void;
}

const SHOWN_MS = 10_000;
const MOST = 3;

/** @param later runs a function after so many milliseconds; what it returns takes that back. */
export function createToasts(later: (run: () => void, ms: number) => () => void): Toasts {
  const shown = signal<readonly Toast[]>([]);
  const offered = new Map<number, () => void>();
  const timers = new Map<number, () => void>();
  let last = 0;
  const close = (id: number) => {
    timers.get(id)?.();
    timers.delete(id);
    shown.value = shown.peek().filter((toast) => toast.id !== id);
  };
  const start = (toast: Toast) => {
    if (toast.tone !== "urgent")
      timers.set(
        toast.id,
        later(() => close(toast.id), SHOWN_MS),
      );
  };
  return {
    shown,
    show(content) {
      const same = shown.peek().find(({ text, undo }) => text === content.text && !undo && !content.undo);
      if (same) close(same.id);
      const toast = { ...content, id: ++last };
      for (const old of shown.peek().slice(0, Math.max(0, shown.peek().length + 1 - MOST))) close(old.id);
      shown.value = [...shown.peek(), toast];
      start(toast);
    },
    close,
    offer(undo) {
      const id = ++last;
      offered.set(id, undo);
      return () => offered.delete(id);
    },
    undo() {
      const toast = shown.peek().findLast(({ undo }) => undo !== undefined);
      const [id, takeBack] = [...offered].at(-1) ?? [0, undefined];
      if (takeBack && id > (toast?.id ?? 0)) {
        offered.delete(id);
        takeBack();
        return true;
      }
      if (!toast) return false;
      close(toast.id);
      toast.undo?.();
      return true;
    },
    hold(held) {
      for (const stop of timers.values()) stop();
      timers.clear();
      if (!held) for (const toast of shown.peek()) start(toast);
    },
  };
}
