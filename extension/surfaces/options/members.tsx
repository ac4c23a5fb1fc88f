import { Section } from "../components/section.tsx";
import { Invite } from "../desk/invite.tsx";
import { Members } from "../desk/members.tsx";
import { useSurface } from "../state/surface.tsx";

/** Who is on the desk, how to compare that it is the same desk, and how to invite. */
export function MembersPart() {
  const { words, desk } = useSurface();
  const current = desk.value;
  if (!current) return null;
  return (
    <>
      <Section card title={words.say("nav.members")}>
        <Members />
        <Invite />
        {!current.server && (
          <a class="link" href="#desk">
            {words.say("server.title")}
          </a>
        )}
      </Section>
      <section class="section card">
        <p class="small quiet">{words.say("fingerprint.why")}</p>
        <code class="fingerprint">{current.fingerprint}</code>
      </section>
    </>
  );
}
