import { spokenLanguages, useSurface } from "../state/surface.tsx";
import { ChoiceOf } from "./choice.tsx";
import { SetByOrganisation } from "./set-by.tsx";

/** The language of the surfaces: each by its own name, or as the browser's. */
export function LanguagePart() {
  const { words, state, ask } = useSurface();
  const managed = state.value?.policy.language !== null;
  return (
    <div class="section card">
      {managed && <SetByOrganisation />}
      <ChoiceOf
        label={words.say("language.title")}
        name="language"
        disabled={managed}
        value={state.value?.locale ?? ""}
        options={[
          { value: "", label: words.say("language.browser") },
          ...spokenLanguages().map(({ locale, name }) => ({
            value: locale as string,
            label: name,
            lang: locale,
          })),
        ]}
        onChoose={(locale) => void ask({ call: "setLocale", locale: locale || null })}
      />
      <p class="small quiet">{words.say("language.why")}</p>
    </div>
  );
}
