/** The letters of a name that every file system takes; the name's own script is kept. */
export const fileName = (name: string) =>
  name.replaceAll(/[^\p{L}\p{N}]+/gu, "-").replaceAll(/^-|-$/g, "") || "desk";

/** Puts a text into the browser's downloads. */
export const saveFile = ({ name, type, text }: Readonly<Record<"name" | "type" | "text", string>>): void =>
  saveBlob(name, new Blob([text], { type }));

/** Puts a file into the browser's downloads. */
export function saveBlob(name: string, file: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has taken its own copy by the time that a minute is over.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
