import { useId } from "preact/hooks";

interface ProgressProps {
  readonly label: string;
  /** Of `total`; without it, nobody can say how long it takes. */
  readonly done?: number;
  readonly total?: number;
}

/** Work that goes on, with what is done of it. */
export function Progress({ label, done, total }: ProgressProps) {
  const id = useId();
  return (
    <div class="progress">
      <label class="small quiet" for={id}>
        {label}
      </label>
      <progress id={id} {...(total ? { value: Math.min(done ?? 0, total), max: total } : {})} />
    </div>
  );
}
