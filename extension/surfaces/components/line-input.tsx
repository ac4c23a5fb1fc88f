import { useEffect, useRef } from "preact/hooks";

/** What is typed is kept this long after the last key at the latest: nobody loses more than that. */
const KEEP_MS = 250;

interface LineInputProps {
  readonly id: string;
  readonly class: string;
  readonly type: "text" | "tel" | "email" | "number" | "date";
  readonly maxLength?: number;
  /** The id of a `datalist` with what to offer. */
  readonly list?: string;
  readonly onFocus?: () => void;
  readonly "aria-invalid": boolean;
  readonly "aria-describedby": string | undefined;
  readonly value: string;
  /** What stands in the field for what was typed, once she has left it; as it was typed, where this is not given. */
  readonly tidy?: (text: string) => string;
  /** Called while a person types, at the latest 250 ms after a key, and when she leaves the field. */
  readonly onText: (text: string, leaving: boolean) => void;
}

/**
 * One line of text. What a person is typing is never replaced by what arrives meanwhile; once she has left the
 * field, it shows what is kept.
 */
export function LineInput({ value, onText, tidy, type, ...attributes }: LineInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const typing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tell = useRef(onText);
  tell.current = onText;

  useEffect(() => {
    if (input.current && !typing.current && input.current.value !== value) input.current.value = value;
  }, [value]);
  const keep = (leaving: boolean) => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (input.current && typing.current) tell.current(input.current.value, leaving);
  };
  // A field that goes away with something typed in it (another record was opened) keeps that first.
  useEffect(() => () => keep(true), []);

  return (
    <input
      {...attributes}
      // Else the browser keeps what was typed, and offers it in other forms.
      autocomplete="off"
      type={type as "text"}
      ref={input}
      defaultValue={value}
      onInput={() => {
        typing.current = true;
        timer.current ??= setTimeout(() => keep(false), KEEP_MS);
      }}
      onBlur={() => {
        keep(true);
        if (tidy && typing.current && input.current) input.current.value = tidy(input.current.value);
        typing.current = false;
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !event.isComposing) keep(true);
      }}
    />
  );
}
