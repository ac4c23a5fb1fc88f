import type { DeskInfo, Unread } from "../../port/surface.ts";
import { memberWith } from "../state/author.ts";
import { useSurface } from "../state/surface.tsx";
import type { Words } from "../state/words.ts";
import { Banner } from "./banner.tsx";
import { Button } from "./button.tsx";

/** Changes of colleagues that are not in the desk, though they came or should have: whose, and how they may be had. */
export function UnreadBanner() {
  const { words, desk, ask } = useSurface();
  const current = desk.value;
  if (!current || current.unread.length === 0) return null;
  const withheld = current.unread.filter(({ why }) => why === "withheld");
  const refused = current.unread.filter(({ why }) => why === "refused" || why === "sealed");
  return (
    <Banner
      action={
        <span class="buttons">
          <Button onPress={() => void ask({ call: "syncAnew", desk: current.id })}>
            {words.say("sync.anew")}
          </Button>
          <Button look="plain" onPress={() => void ask({ call: "dismissUnread", desk: current.id })}>
            {words.say("setAside.dismiss")}
          </Button>
        </span>
      }
    >
      {refused.length > 0 ? (
        <>
          {words.say("unread.by", { n: refused.length, who: authors(words, current, refused) })}{" "}
          {words.say("unread.how")}
        </>
      ) : withheld.length > 0 ? (
        words.say("unread.withheld", { who: authors(words, current, withheld) })
      ) : (
        words.say("unread.waiting")
      )}
    </Banner>
  );
}

/** The names of who wrote them, as a list in the person's language. */
function authors(words: Words, { members }: DeskInfo, unread: readonly Unread[]): string {
  const names = unread.map(({ device }) => memberWith(members, device)?.name ?? words.say("unread.somebody"));
  return new Intl.ListFormat(words.locale.value).format(new Set(names));
}
