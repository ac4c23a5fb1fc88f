import { useSurface } from "../state/surface.tsx";

/** What this is, under which terms, and what it tells nobody. */
export function AboutPart() {
  const { words, version } = useSurface();
  return (
    <div class="section card">
      <p>
        <strong>Sidedesk</strong> · {words.say("about.version", { version })}
      </p>
      <p>{words.say("about.licence")}</p>
      <p>{words.say("about.silent")}</p>
      <p>{words.say("about.airports")}</p>
      <ul class="stack">
        <li>
          <a class="link" href="/third-party-notices.txt">
            {words.say("about.notices")}
          </a>
        </li>
        <li>
          <a class="link" href="/security.txt">
            {words.say("about.security")}
          </a>
        </li>
      </ul>
    </div>
  );
}
