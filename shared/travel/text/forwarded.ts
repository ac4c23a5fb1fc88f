/** The head of a mail that is quoted or forwarded in another, in the words of the usual programs. */
const HEAD =
  /^(?:[>\s*]*)(?:from|von|de|da|van|od|no|från|от|từ|发件人|差出人|sent|gesendet|envoyé|enviado|inviato|verzonden|wysłano|odesláno|nosūtīts|skickat|отправлено|date|datum|fecha|data|datums|дата|日期|日時|subject|betreff|objet|asunto|oggetto|assunto|onderwerp|temat|předmět|temats|ämne|тема|主题|件名|to|an|à|para|a|aan|do|komu|kam|till|кому|收件人|宛先|cc)\*?\s?[:：]/iu;
const OPENS =
  /^[>\s]*-{2,}.{0,60}(?:forwarded|weitergeleitet|original|transféré|reenviado|inoltrato|doorgestuurd|przekazana|přeposlan|pārsūtīt|vidarebefordrat|пересыл|转发|転送).{0,40}$/iu;

/**
 * Blanks the heads of forwarded mails in a text, so that the day a mail was sent is not read as a day of travel.
 * A head is two or more such lines together, one of which holds an address, or those under a forwarding line.
 */
export function withoutForwardedHeads(lines: readonly string[]): string[] {
  const kept = [...lines];
  for (let at = 0; at < kept.length; at += 1) {
    const opened = OPENS.test((kept[at] ?? "").slice(0, 160));
    const start = opened ? at + 1 : at;
    let end = start;
    while (end < kept.length && end < start + 8 && HEAD.test((kept[end] ?? "").slice(0, 80))) end += 1;
    const head = kept.slice(start, end);
    if (head.length >= 2 && (opened || head.some((line) => /@|<mailto:/.test(line)))) {
      for (let blank = at; blank < end; blank += 1) kept[blank] = "";
    }
  }
  return kept;
}
