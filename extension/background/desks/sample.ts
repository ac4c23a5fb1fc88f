import type { Action, Command, Scalar } from "../../../shared/documents/command.ts";
import { kindOf } from "../../../shared/records/kinds.ts";
import type { Locale } from "../../../shared/records/labels.ts";
import { LOCALES } from "../../../shared/records/labels.ts";
import { documentOf, newItemId, newRecordId } from "../../../shared/records/new-record.ts";
import type { Engine } from "../engine-type.ts";
import { SAMPLE_TEXTS } from "./sample-texts.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The supported language nearest to a BCP 47 tag; English where there is none. */
function nearestLocale(tag: string): Locale {
  const known = LOCALES.find((locale) => locale === tag || locale.split("-")[0] === tag.split("-")[0]);
  return known ?? "en";
}

/**
 * A desk of plainly fictional work, on this device alone and marked as a sample: an hour in the life of an office,
 * so that every list has something in it. Its people match the practice mailbox.
 * @param now ms since 1970; due times are laid around it
 */
export async function sampleDesk(
  engine: Engine,
  memberName: string,
  locale: string,
  now: number,
): Promise<string> {
  const language = nearestLocale(locale);
  const t = SAMPLE_TEXTS[language];
  const desk = await engine.desks.create(t.desk, memberName, { sample: true });
  const commands: Command[] = [];
  const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
  const at = (offset: number) => new Date(now + offset).toISOString();
  const day = (offset: number) => at(offset * DAY).slice(0, 10);
  const push = (action: Action, when: string) =>
    commands.push({ id: newItemId(random(16)), at: when, action });
  const create = (kind: string, fields: Record<string, Scalar>, ago = 0): string => {
    const when = at(-ago);
    const definition = kindOf(kind);
    if (!definition) throw new Error(`There is no kind "${kind}".`);
    const record = newRecordId(documentOf(definition, when), random(16));
    push({ do: "create", record, kind, fields }, when);
    return record;
  };
  const me = await engine.personOn(desk);
  const principal = (letter: string, colour: string, tz: string) =>
    create("principal", {
      fn: `${t.principal} ${letter}`,
      colour,
      tz,
      email: `principal.${letter.toLowerCase()}@example.com`,
      locale: language,
      signature: `${t.principal} ${letter}`,
    });
  const a = principal("A", "brown", "Europe/Riga");
  const b = principal("B", "indigo", "Europe/Prague");
  const c = principal("C", "violet", "Asia/Ho_Chi_Minh");

  create("contact", {
    fn: "Sample Caller",
    org: "Baltic Sample Rail",
    title: t.legal,
    email: "sample.caller@example.com",
    tel: "+37126123456",
  });

  const caller = {
    caller: "Sample Caller",
    organization: "Baltic Sample Rail",
    phone: "+37126123456",
    direction: "inbound",
  };
  create(
    "call",
    {
      ...caller,
      principal: a,
      subject: t.contract,
      status: "callBack",
      callBackBy: at(2 * HOUR),
      assignee: me,
      urgent: true,
      note: t.contractNote,
    },
    HOUR,
  );
  create("call", { ...caller, principal: a, subject: t.annex, status: "done" }, 3 * DAY);
  create(
    "call",
    {
      caller: t.courier,
      phone: "+37126000222",
      direction: "inbound",
      principal: b,
      subject: t.parcel,
      status: "noAnswer",
      callBackBy: at(5 * HOUR),
    },
    3 * HOUR,
  );
  create(
    "message",
    {
      caller: t.boardMember,
      organization: t.board,
      phone: "+37126000111",
      principal: c,
      wantsToSeeYou: true,
      message: t.wantsToSee,
      takenBy: me,
      takenAt: at(-2 * HOUR),
      bestTime: t.friday,
    },
    2 * HOUR,
  );
  create("task", { summary: t.sendAnnex, due: at(-25 * 60_000), principal: a, assignee: me }, DAY);
  create("task", { summary: t.visaLetters, due: at(2 * DAY), principal: b, note: t.visaNote }, 2 * DAY);
  create("task", { summary: t.room, due: at(3 * DAY), principal: c }, HOUR);
  create("task", { summary: t.flowers, status: "completed", principal: b }, 4 * DAY);
  create(
    "reply",
    {
      to: "sample.caller@example.com",
      subject: t.replySubject,
      body: t.replyBody,
      principal: a,
      status: "inReview",
      sendBy: at(4 * HOUR),
      language,
    },
    2 * HOUR,
  );
  const trip = create(
    "trip",
    {
      title: t.trip,
      destination: "Riga",
      startsOn: day(11),
      endsOn: day(13),
      principal: a,
      status: "planned",
      note: t.tripNote,
    },
    DAY,
  );
  push(
    {
      do: "add",
      record: trip,
      list: "reservations",
      item: newItemId(random(16)),
      fields: {
        type: "LodgingReservation",
        title: t.hotel,
        to: "Riga",
        startsAt: `${day(11)}T15:00`,
        endsAt: `${day(13)}T11:00`,
        reservationNumber: "SAMPLE-482",
        underName: `${t.principal} A`,
      },
    },
    at(-DAY),
  );
  // Written down in the order in which it would have happened.
  commands.sort((a, b) => a.at.localeCompare(b.at));
  try {
    await engine.submit(desk, commands);
  } catch (error) {
    await engine.desks.remove(desk);
    throw error;
  }
  return desk;
}
