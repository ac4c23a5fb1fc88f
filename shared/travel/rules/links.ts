import type { JsonObject } from "../reservation.ts";
import { type HtmlNode, MAX_DEPTH, textOf } from "../structured/html.ts";

const LINK = /https?:\/\/[^\s<>"'()[\]]{4,1500}/;
const BOOKED =
  "booking|reservation|trip|itinerary|order|ticket|journey|flight|stay|buchung|reservierung|reise|ticket|fahrkarte|réservation|voyage|billet|reserva|viaje|billete|prenotazione|viaggio|biglietto|viagem|bilhete|boeking|reservering|reis|rezerwacj|podróż|bilet|rezervac|jízdenk|cest|rezervācij|biļet|brauciens|đặt|chuyến|vé|брон|поездк|билет|заказ|预订|订单|行程|予約|旅程|乗車券";
const about = (verbs: string) =>
  new RegExp(`(?:${verbs}).{0,60}(?:${BOOKED})|(?:${BOOKED}).{0,60}(?:${verbs})`, "iu");

/** What a link does by the words before it, and the action that it is in schema.org; the first that fits. */
const ACTIONS: readonly (readonly [action: string, words: RegExp])[] = [
  [
    "CheckInAction",
    /(?:online|web|mobile|now|jetzt|hier|en ligne|en línea|online)[ -]?check-?in|check-?in (?:online|now|here)|einchecken|enregistrement en ligne|facturación online|odpraw\p{L} online|odbavení online|onlain reģistr|онлайн-регистрац|làm thủ tục trực tuyến|网上值机|オンラインチェックイン/iu,
  ],
  [
    "CancelAction",
    about("cancel|stornier|annul|anul|annulla|annuleer|zruš|atcel|hủy|отменить|取消|キャンセル(?!料)"),
  ],
  [
    "UpdateAction",
    about(
      "manage|change|modify|amend|edit|verwalten|ändern|umbuchen|gérer|modifier|gestionar|modificar|gestire|gestisci|modifica|gerir|alterar|beher|wijzig|zarządza|zmień|zmieni|spravovat|spravujte|upravit|změnit|pārvald|mainīt|quản lý|thay đổi|управл|измен|管理|修改|変更",
    ),
  ],
];
const NONE =
  /unsubscribe|newsletter|privacy|terms|policy|conditions|abmelden|datenschutz|désabonner|fee|gebühr|storno-?beding/iu;

/** Gives the links by which a booking can be changed, cancelled or checked in for: at most one of each, by the words before it. */
export function bookingLinks(lines: readonly string[]): JsonObject[] {
  const found = new Map<string, string>();
  for (const [index, line] of lines.entries()) {
    const target = LINK.exec(line.slice(0, 2_000));
    if (!target) continue;
    const before = line.slice(Math.max(0, target.index - 160), target.index);
    const words = /\p{L}{3}/u.test(before) ? before : (lines[index - 1] ?? "").slice(-160);
    const action = NONE.test(words) ? undefined : ACTIONS.find(([, shape]) => shape.test(words))?.[0];
    if (action && !found.has(action)) found.set(action, target[0].replace(/[.,;:!?]+$/, ""));
  }
  return [...found].map(([action, target]) => ({ "@type": action, target }));
}

const MAX_LINKS = 200;

/** The links of a page as lines: what they say, and where they lead. */
export function linkLines(root: HtmlNode): string[] {
  const lines: string[] = [];
  const walk = (node: HtmlNode, depth: number) => {
    if (depth > MAX_DEPTH || lines.length >= MAX_LINKS) return;
    const href = node.name === "a" ? node.attribs?.href : undefined;
    if (href && /^https?:/i.test(href)) {
      const text = textOf(node).replace(/\s+/g, " ").trim().slice(0, 160);
      if (text && !LINK.test(text)) lines.push(`${text} ${href}`);
    }
    for (const child of node.children ?? []) walk(child, depth + 1);
  };
  walk(root, 0);
  return lines;
}
