import { useSignal } from "@preact/signals";
import type { PaperKeyPage } from "../../port/surface.ts";
import { Section } from "../components/section.tsx";
import { Invite } from "../desk/invite.tsx";
import { Members } from "../desk/members.tsx";
import { useSurface } from "../state/surface.tsx";
import { OwnDevices } from "./devices.tsx";
import { PaperKey, PaperKeySheet } from "./paper-key.tsx";
import { ShownToColleagues } from "./shown-to-colleagues.tsx";

/** Who is on the desk, by which devices, how to compare that it is the same desk, how to invite and to come back. */
export function MembersPart() {
  const { words, desk } = useSurface();
  const page = useSignal<PaperKeyPage | null>(null);
  const current = desk.value;
  if (!current) return null;
  if (page.value) return <PaperKeySheet page={page.value} onDone={() => (page.value = null)} />;
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
      {current.server && <ShownToColleagues />}
      <OwnDevices />
      <PaperKey onMade={(made) => (page.value = made)} />
      <section class="section card">
        <p class="small quiet">{words.say("fingerprint.why")}</p>
        <code class="fingerprint">{current.fingerprint}</code>
      </section>
    </>
  );
}
