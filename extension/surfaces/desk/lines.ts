import { kindOf } from "../../../shared/records/kinds.ts";
import type { PersonRow, Row } from "../../port/surface.ts";
import type { PrincipalInfo } from "../components/principal.tsx";
import { underOf } from "../components/row.tsx";
import { sayUnder } from "../components/row-under.ts";
import type { Line } from "../rows/use-paper.ts";
import { sayPhone } from "../state/phone.ts";
import type { Surface } from "../state/surface.tsx";
import { plainMoment } from "../state/times.ts";

/** A record as one line on paper; what is covered in lists is covered there too. */
export function lineOf(row: Row, surface: Surface, principals: readonly PrincipalInfo[]): Line {
  const { words, desk, now } = row.desk ? surface.on(row.desk) : surface;
  const kind = kindOf(row.kind);
  const say = (moment: string) => plainMoment(moment, words.formats.value);
  return {
    id: row.id,
    title: row.title || (kind ? words.name(kind.label) : row.kind),
    under: underOf(row, {
      words,
      home: row.desk && desk.value?.name,
      principal: principals.find(({ id }) => id === row.principal),
      said: sayUnder(row, row.due !== null, now.value, words, say),
    }),
    when: say(row.open && row.due ? row.due : row.at),
    whose: desk.value?.members.find(({ id }) => id === row.assignee)?.name ?? "",
    confidential: row.classification === "confidential" || row.classification === "privileged",
  };
}

/** Somebody of the list of people as one line on paper. */
export function lineOfPerson(
  { key, name, organization, reach, last }: PersonRow,
  { words }: Pick<Surface, "words">,
): Line {
  const ways = reach.map((each) => (each.startsWith("+") ? sayPhone(each, words) : each));
  const [title = "", ...others] = name ? [name, ...ways] : ways;
  return {
    id: key,
    title,
    under: [organization, ...others].filter(Boolean).join(" · "),
    when: last ? plainMoment(last, words.formats.value) : "",
    whose: "",
    confidential: false,
  };
}
