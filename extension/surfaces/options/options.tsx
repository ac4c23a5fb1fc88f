import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Empty } from "../components/empty.tsx";
import { Strip } from "../components/strip.tsx";
import { Sync } from "../components/sync.tsx";
import { SyncProblemBanner } from "../components/sync-problem.tsx";
import { ToastList } from "../components/toasts.tsx";
import { Keyboard } from "../keys/keyboard.tsx";
import { useSurface } from "../state/surface.tsx";
import { AboutPart } from "./about.tsx";
import { DataPart } from "./data.tsx";
import { DeskPart } from "./desk.tsx";
import { LanguagePart } from "./language.tsx";
import { LockPart } from "./lock.tsx";
import { LookPart } from "./look.tsx";
import { MembersPart } from "./members.tsx";
import { DESKLESS, PARTS, type Part, partNames, readPart } from "./parts.ts";
import { PrincipalsPart } from "./principals.tsx";
import { ShortcutsPart } from "./shortcuts.tsx";
import { TemplatesPart } from "./templates.tsx";

const VIEWS: Readonly<Record<Part, () => preact.JSX.Element | null>> = {
  desk: DeskPart,
  members: MembersPart,
  principals: PrincipalsPart,
  templates: TemplatesPart,
  language: LanguagePart,
  look: LookPart,
  shortcuts: ShortcutsPart,
  lock: LockPart,
  data: DataPart,
  about: AboutPart,
};

/** The options: their parts on the left, or above in a narrow window, and one of them. */
export function Options() {
  const { words, desk, ask } = useSurface();
  const there = desk.value ? PARTS : DESKLESS;
  const hash = useSignal(location.hash);
  const part = readPart(hash.value, there);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const onHash = () => {
      hash.value = location.hash;
      heading.current?.focus();
    };
    addEventListener("hashchange", onHash);
    return () => removeEventListener("hashchange", onHash);
  }, [hash]);
  useEffect(() => {
    document
      .querySelector(".options-nav [aria-current]")
      ?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [part, words.locale.value]);
  const names = partNames(words);
  useEffect(() => {
    document.title = `${names[part]} · Sidedesk`;
  });
  const View = VIEWS[part];
  return (
    <main class="options">
      <nav class="options-nav" aria-label={words.say("options.parts")}>
        <a class="nav-item" href="/desk.html">
          ← {words.say("options.back")}
        </a>
        <Strip>
          <ul class="options-parts">
            {there.map((each) => (
              <li key={each}>
                <a class="nav-item" href={`#${each}`} aria-current={each === part ? "page" : undefined}>
                  {names[each]}
                </a>
              </li>
            ))}
          </ul>
        </Strip>
        {desk.value && <Sync sync={desk.value.sync} />}
      </nav>
      <div class="options-body">
        <SyncProblemBanner />
        <div class="options-part">
          <h1 tabIndex={-1} ref={heading}>
            {names[part]}
          </h1>
          {!desk.value && (
            <Empty
              title={words.say("options.noDesk")}
              action={
                <a class="button" href="/desk.html">
                  {words.say("options.begin")}
                </a>
              }
            />
          )}
          <View key={part} />
        </div>
      </div>
      <Keyboard
        onOpen={(record) => void ask({ call: "openDesk", record })}
        onList={(list) => void ask({ call: "openDesk", list })}
        onBack={() => false}
      />
      <ToastList />
    </main>
  );
}
