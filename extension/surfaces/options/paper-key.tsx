import { useEffect, useRef } from "preact/hooks";
import type { PaperKeyPage } from "../../port/surface.ts";
import { Button } from "../components/button.tsx";
import { Qr } from "../components/qr.tsx";
import { Section } from "../components/section.tsx";
import { deviceName } from "../desk/device-list.tsx";
import { useSurface } from "../state/surface.tsx";
import { fullMoment, plainMoment } from "../state/times.ts";

/** Whether there is a paper key, what it is for, and making one. */
export function PaperKey({ onMade }: { readonly onMade: (page: PaperKeyPage) => void }) {
  const { words, desk, me, ask, toasts } = useSurface();
  const current = desk.value;
  const member = me.value;
  if (!current?.server || !member || member.removed) return null;
  const key = current.paperKey;
  const owners = current.members.filter(({ role, removed }) => role === "owner" && !removed);
  const alone = member.role === "owner" && owners.length === 1;
  const madeBy = member.devices.find(({ id }) => id === key?.madeBy) ?? { name: "" };
  const make = async () => {
    const page = await ask({ call: "makePaperKey", desk: current.id });
    if (page) onMade(page);
  };
  const withdraw = async (invite: string) => {
    if ((await ask({ call: "revokeInvite", desk: current.id, invite })) !== undefined)
      toasts.show({ text: words.say("paper.withdrawn") });
  };
  return (
    <Section card title={words.say("paper.title")}>
      <p>{words.say(alone ? "paper.whyAlone" : "paper.why")}</p>
      {key && (
        <p class="small quiet">
          {words.say("paper.madeAt", {
            time: plainMoment(key.madeAt, words.formats.value),
            device: deviceName(words, madeBy),
          })}
          <span class="block">{words.say("paper.againWhat")}</span>
        </p>
      )}
      <div class="buttons">
        <Button onPress={() => void make()}>{words.say(key ? "paper.again" : "paper.make")}</Button>
        {key && (
          <Button look="plain" onPress={() => void withdraw(key.invite)}>
            {words.say("paper.withdraw")}
          </Button>
        )}
      </div>
    </Section>
  );
}

interface SheetProps {
  readonly page: PaperKeyPage;
  readonly onDone: () => void;
}

/** The page that is printed, in black on white whatever the surfaces look like. It is shown once. */
export function PaperKeySheet({ page, onDone }: SheetProps) {
  const { words, me } = useSurface();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const facts = [
    [words.say("paper.desk"), page.deskName],
    [words.say("paper.person"), me.value?.name ?? ""],
    [words.say("paper.server"), page.server],
    [words.say("paper.fingerprint"), page.fingerprint],
    [words.say("paper.date"), fullMoment(page.madeAt, words.formats.value)],
  ];
  const steps = ["paper.step1", "paper.step2", "paper.step3", "paper.step4"] as const;
  return (
    <>
      <article class="paper">
        <h2 tabIndex={-1} ref={heading}>
          {words.say("paper.page")}
        </h2>
        <dl class="paper-facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <h3>{words.say("paper.characters")}</h3>
        <p class="paper-key">
          {page.characters.split("-").map((group, n) => (
            <span key={group}>
              <span class="paper-number" aria-hidden="true">
                {n + 1}
              </span>
              <code>{group}</code>{" "}
            </span>
          ))}
        </p>
        <Qr text={page.link} label={words.say("qr.label")} />
        <p>{words.say("paper.what")}</p>
        <ol>
          {steps.map((step) => (
            <li key={step}>{words.say(step)}</li>
          ))}
        </ol>
      </article>
      <div class="buttons unprinted">
        <Button look="filled" onPress={() => print()}>
          {words.say("paper.print")}
        </Button>
        <Button onPress={onDone}>{words.say("paper.done")}</Button>
        <span class="small quiet">{words.say("paper.once")}</span>
      </div>
    </>
  );
}
