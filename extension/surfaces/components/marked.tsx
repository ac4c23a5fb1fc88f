import { piecesOf } from "../../../shared/records/matches.ts";

interface MarkedProps {
  readonly text: string;
  readonly search: string;
}

/** A text with what was searched for marked in it. */
export function Marked({ text, search }: MarkedProps) {
  if (search === "") return text;
  return piecesOf(text, search).map((piece, at) =>
    piece.hit ? <mark key={at}>{piece.text}</mark> : piece.text,
  );
}
