import { useSurface } from "../state/surface.tsx";
import { fullMoment } from "../state/times.ts";
import { Banner } from "./banner.tsx";
import { Button } from "./button.tsx";

/** Says now and then that there is no paper key, or no backup of late, until there is one; it can be put off. */
export function WayBackBanner() {
  const { words, desk, ask } = useSurface();
  const current = desk.value;
  if (!current?.wayBack) return null;
  const time = current.backedUpAt && fullMoment(current.backedUpAt, words.formats.value);
  const isPaper = current.wayBack === "paperKey";
  return (
    <Banner
      action={
        <span class="buttons">
          <a class="button" href={isPaper ? "/options.html#members" : "/options.html#data"}>
            {words.say(isPaper ? "paper.make" : "backup.make")}
          </a>
          <Button look="plain" onPress={() => void ask({ call: "remindLater", desk: current.id })}>
            {words.say("paper.later")}
          </Button>
        </span>
      }
    >
      {isPaper
        ? words.say("paper.wanted")
        : time
          ? words.say("backup.old", { time })
          : words.say("backup.wanted")}
    </Banner>
  );
}
