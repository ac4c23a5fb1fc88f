import { useSignal } from "@preact/signals";
import { template as kind } from "../../../shared/records/template.ts";
import { Button } from "../components/button.tsx";
import { Chip } from "../components/chip.tsx";
import { RoleNote } from "../components/role-note.tsx";
import { idFor } from "../state/ids.ts";
import { type Letter, useLetters } from "../state/letters.ts";
import { spokenLanguages, useSurface } from "../state/surface.tsx";
import { TemplateForm } from "./template-form.tsx";
import { TemplatePreview } from "./template-preview.tsx";

/** The letters that a reply can begin with: the desk's own, and the built-in ones until somebody changes them. */
export function TemplatesPart() {
  const { words, act, now, rights } = useSurface();
  const { write } = rights.value;
  const letters = useLetters();
  const opened = useSignal<string | null>(null);
  const create = async (fields: Readonly<Record<string, string>>) => {
    const record = idFor(kind, now.peek());
    const made = await act([{ do: "create", record, kind: kind.kind, fields }], words.say("list.created"));
    if (made) opened.value = record;
  };
  return (
    <>
      <p class="quiet">{words.say("templates.why")}</p>
      <ul class="stack">
        {letters.map((letter) => {
          const id = letter.record?.id ?? `${letter.starter}`;
          return (
            <li key={id}>
              <details
                class="item"
                open={id === opened.value}
                onToggle={(event) => {
                  if (event.currentTarget.open) opened.value = id;
                  else if (opened.peek() === id) opened.value = null;
                }}
              >
                <summary>
                  {letter.name || words.say("item.new")} <LetterChips letter={letter} />
                </summary>
                {id === opened.value &&
                  (letter.record && write ? (
                    <TemplateForm letter={letter} record={letter.record} />
                  ) : (
                    <div class="stack">
                      <TemplatePreview letter={letter} />
                      {write && (
                        <div class="buttons">
                          <Button
                            onPress={() =>
                              void create({
                                name: letter.name,
                                language: letter.language,
                                subject: letter.subject,
                                body: letter.body,
                                starter: letter.starter ?? "",
                              })
                            }
                          >
                            {words.say("templates.change", { name: letter.name })}
                          </Button>
                        </div>
                      )}
                    </div>
                  ))}
              </details>
            </li>
          );
        })}
      </ul>
      <RoleNote />
      {write && (
        <div class="buttons">
          <Button onPress={() => void create({ language: words.locale.peek() })}>
            {words.say("templates.new")}
          </Button>
        </div>
      )}
    </>
  );
}

function LetterChips({ letter }: { readonly letter: Letter }) {
  const { words } = useSurface();
  const language = spokenLanguages().find(({ locale }) => locale === letter.language);
  return (
    <>
      {!letter.record && <Chip>{words.say("templates.builtIn")}</Chip>}{" "}
      {letter.language !== words.locale.value && <Chip>{language?.name}</Chip>}{" "}
      {letter.retired && <Chip>{words.name(kind.states.retired.label)}</Chip>}
    </>
  );
}
