import { useSurface } from "../state/surface.tsx";
import { fullMoment, sayPast } from "../state/times.ts";

/** When something happened (RFC 3339 date or instant): short, with the whole of it as the title. */
export function When({ at }: { readonly at: string }) {
  const { words, now } = useSurface();
  const locale = words.formats.value;
  return (
    <time dateTime={at} title={fullMoment(at, locale)}>
      {sayPast(at, now.value, locale)}
    </time>
  );
}
