import { render } from "preact";
import type { Locale } from "../../../shared/records/labels.ts";
import { loadCatalogue } from "../../locales/load.ts";
import { type Background, BackgroundError, type Standing } from "../../port/client.ts";
import { Button } from "../components/button.tsx";
import { wordFailure } from "./failures.ts";
import { createWords, type Words } from "./words.ts";

type Said = Exclude<Standing, "here"> | BackgroundError;

function textOf(words: Words, said: Said): string {
  if (said instanceof BackgroundError) return wordFailure(words, said);
  return words.say(said === "gone" ? "standing.gone" : "standing.silent");
}

/**
 * Says over a surface that its background is not there, or cannot begin, and offers to load the page again; goes
 * when it is there. What is typed stays in its fields underneath.
 * @param locale the language to say it in: there may be no surface yet
 */
export function showStanding(background: Background, root: HTMLElement, locale: () => Locale) {
  const place = root.ownerDocument.createElement("div");
  root.ownerDocument.body.prepend(place);
  let newest: Said | null = null;
  const show = async (said: Said | null) => {
    newest = said;
    if (!said) return render(null, place);
    const spoken = locale();
    const words = createWords({ locale: spoken, catalogue: await loadCatalogue(spoken) }, [spoken]);
    if (newest !== said) return;
    render(
      <div class="banner urgent standing" role="alert">
        <p>{textOf(words, said)}</p>
        <Button onPress={() => root.ownerDocument.location.reload()}>{words.say("standing.reload")}</Button>
      </div>,
      place,
    );
  };
  background.onStanding((standing) => void show(standing === "here" ? null : standing));
  return show;
}
