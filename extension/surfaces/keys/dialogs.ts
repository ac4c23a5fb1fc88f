import { signal } from "@preact/signals";

const load = async () => {
  const [{ Palette }, { KeysHelp }] = await Promise.all([
    import("../palette/palette.tsx"),
    import("./help.tsx"),
  ]);
  return { Palette, KeysHelp };
};

/** The palette and the help; null until they are read. */
export const dialogs = signal<Awaited<ReturnType<typeof load>> | null>(null);

let asked: Promise<void> | undefined;

/** Reads them once the surface is on screen and has nothing else to do: opening one then waits for nothing. */
export function readDialogs(): Promise<void> {
  asked ??= load().then((read) => {
    dialogs.value = read;
  });
  return asked;
}
