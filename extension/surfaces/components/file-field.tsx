import { useId } from "preact/hooks";
import { useSurface } from "../state/surface.tsx";
import { useDroppedFiles } from "./dropped-files.ts";

interface FileFieldProps {
  readonly label: string;
  /** Of the files that the browser's chooser offers, as in `accept`. */
  readonly kinds: string;
  /** The file's name; null while none is chosen. */
  readonly chosen: string | null;
  readonly onFile: (file: File) => void;
}

/**
 * A file to choose or to drop. The native field lies unseen over what is drawn, for its own words are the browser's: it
 * has the keys, the focus, the press and the label; the language is the one that was chosen.
 */
export function FileField({ label, kinds, chosen, onFile }: FileFieldProps) {
  const { words } = useSurface();
  const id = useId();
  const over = useDroppedFiles(([file]) => file && onFile(file));
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class={over.value ? "file over" : "file"}>
        <input
          id={id}
          type="file"
          accept={kinds}
          aria-describedby={`${id}-chosen`}
          // Without one the browser would say in its own language that nothing is chosen.
          title={chosen ?? ""}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) onFile(file);
          }}
        />
        <span class="button" aria-hidden="true">
          {words.say("file.choose")}
        </span>
        <span class={chosen ? "file-name" : "file-name quiet"} id={`${id}-chosen`}>
          {over.value ? words.say("file.drop") : (chosen ?? words.say("file.none"))}
        </span>
      </div>
    </div>
  );
}
