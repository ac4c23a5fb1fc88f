import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { usePrincipals } from "../components/principal.tsx";
import { type FilledLetter, fillTemplate } from "../state/fill-template.ts";
import type { Letter } from "../state/letters.ts";
import { useSurface } from "../state/surface.tsx";

/** A letter filled with sample values; null until the template language is loaded. What is wrong is said in the reader's language. */
export function useFilled(letter: Letter): FilledLetter | null {
  const { words, me, clock } = useSurface();
  const [first] = usePrincipals();
  const filled = useSignal<FilledLetter | null>(null);
  const { subject, body, language } = letter;
  const reader = words.locale.value;
  const member = me.value?.name ?? "";
  const principal = first?.name || "Principal A";
  useEffect(() => {
    let current = true;
    const facts = {
      now: new Date(clock()).toISOString(),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      recipient: "Sample Caller",
      caller: "Sample Caller",
      organization: "Baltic Sample Rail",
      phone: "+371 20000001",
      subject: words.say("templates.sampleSubject"),
      message: words.say("templates.sampleMessage"),
      principal,
      assistant: member,
      signature: member,
    };
    void fillTemplate({ subject, body }, language, facts, reader).then((now) => {
      if (current) filled.value = now;
    });
    return () => {
      current = false;
    };
  }, [subject, body, language, reader, principal, member]);
  return filled.value;
}

/** How a letter comes out, live. While something in it is wrong, that is said at the field, and the last text stays. */
export function TemplatePreview({ letter }: { readonly letter: Letter }) {
  const { words } = useSurface();
  const filled = useFilled(letter);
  const last = useSignal<Extract<FilledLetter, { ok: true }> | null>(null);
  useEffect(() => {
    if (filled?.ok) last.value = filled;
  }, [filled]);
  const shown = last.value;
  if (!shown) return null;
  return (
    <figure class="preview" data-stale={filled?.ok === false ? "" : undefined}>
      <figcaption class="overline">{words.say("templates.preview")}</figcaption>
      <div class="letter" lang={letter.language}>
        <strong>{shown.subject}</strong>
        <p>{shown.body}</p>
      </div>
      {shown.missing.length > 0 && (
        <p class="small problem">{words.say("templates.unknown", { names: words.list(shown.missing) })}</p>
      )}
    </figure>
  );
}
