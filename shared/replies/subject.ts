/** What mail programs of six languages write before the subject of an answer, however often (RFC 5322, section 3.6.5). */
const ANSWERING = /^(?:\s*(?:re|aw|sv|odp|atb|ответ|hồi âm|回复|答复)\s*(?:\[\d+\])?\s*[:：])+\s*/iu;

/** What a mail is about, without the marks of an answer. */
export const bareSubject = (subject: string): string => subject.replace(ANSWERING, "").trim();

/** A reply's subject: `Re:` once. */
export const replySubject = (subject: string): string => `Re: ${bareSubject(subject)}`.trimEnd();
