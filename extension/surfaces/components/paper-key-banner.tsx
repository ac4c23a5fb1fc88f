import { useSurface } from "../state/surface.tsx";
import { Banner } from "./banner.tsx";
import { Button } from "./button.tsx";

/** Says now and then that there is no paper key yet, until there is one; it can be put off. */
export function PaperKeyBanner() {
  const { words, desk, ask } = useSurface();
  const current = desk.value;
  if (!current?.paperKeyWanted) return null;
  return (
    <Banner
      action={
        <span class="buttons">
          <a class="button" href="/options.html#members">
            {words.say("paper.make")}
          </a>
          <Button look="plain" onPress={() => void ask({ call: "paperKeyLater", desk: current.id })}>
            {words.say("paper.later")}
          </Button>
        </span>
      }
    >
      {words.say("paper.wanted")}
    </Banner>
  );
}
