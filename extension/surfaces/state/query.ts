import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { BackgroundError } from "../../port/client.ts";
import type { Answers, Query } from "../../port/surface.ts";
import { useSurface } from "./surface.tsx";

export interface Answer<T> {
  /** Undefined until the first answer. While the question changes, the old answer stays on screen. */
  readonly value: T | undefined;
  readonly error: BackgroundError | null;
  /** What was asked, as text: an answer to an earlier question has another. */
  readonly asked: string;
}

/** The answer to a question, kept up to date while the component is on screen; null asks nothing. */
export function useQuery<Q extends Query>(query: Q | null): ReadonlySignal<Answer<Answers[Q["q"]]>> {
  const { background } = useSurface();
  const asked = JSON.stringify(query);
  const answer = useSignal<Answer<Answers[Q["q"]]>>({ value: undefined, error: null, asked: "" });
  useEffect(() => {
    if (query === null) {
      answer.value = { value: undefined, error: null, asked };
      return;
    }
    return background.watch(
      query,
      (value) => {
        answer.value = { value, error: null, asked };
      },
      (error) => {
        answer.value = { value: answer.peek().value, error, asked };
      },
    );
  }, [asked, background]);
  return answer;
}
