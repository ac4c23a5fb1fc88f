import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { DeskInfo, Kept } from "../../port/app-state.ts";
import { Button } from "../components/button.tsx";
import { Chip } from "../components/chip.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Section } from "../components/section.tsx";
import { useSurface } from "../state/surface.tsx";
import { BackupSection } from "./backup.tsx";
import { ExportSection } from "./export.tsx";
import { sayBytes } from "./say-bytes.ts";

/** What is kept where and how much of it, how to take it along, and how to remove a desk. */
export function DataPart() {
  const { words, state, desk, ask } = useSurface();
  const kept = useSignal<Kept | null>(null);
  const removing = useSignal<DeskInfo | null>(null);
  const desks = state.value?.desks ?? [];
  const known = desks.map(({ id }) => id).join(" ");
  useEffect(() => {
    void ask({ call: "kept" }).then((now) => {
      if (now) kept.value = now;
    });
  }, [known]);
  const region = words.formats.value;
  const told = kept.value;
  return (
    <>
      <Section card title={words.say("data.kept")}>
        <p>{words.say("data.where")}</p>
        {told && told.used !== null && told.quota !== null && (
          <p class="quiet">
            {words.say("data.used", {
              used: sayBytes(told.used, region),
              quota: sayBytes(told.quota, region),
            })}{" "}
            {words.say(told.persisted ? "data.persisted" : "data.notPersisted")}
          </p>
        )}
        <ul class="stack">
          {desks.map((each) => {
            const counted = told?.desks.find(({ id }) => id === each.id);
            return (
              <li class="person-line" key={each.id}>
                <span class="grow">
                  <strong>{each.name}</strong> {each.sample && <Chip>{words.say("data.sample")}</Chip>}
                  <span class="small quiet block break">
                    {[
                      each.server ?? words.say("sync.local"),
                      ...(counted ? [words.say("data.records", { n: counted.records })] : []),
                      ...(counted && each.server ? [words.say("data.unsent", { n: counted.unsent })] : []),
                    ].join(" · ")}
                  </span>
                </span>
                <Button look="plain" danger onPress={() => (removing.value = each)}>
                  {words.say("desks.remove", { desk: each.name })}
                </Button>
              </li>
            );
          })}
        </ul>
      </Section>
      {desk.value && !desk.value.sample && <BackupSection desk={desk.value} key={desk.value.id} />}
      {desk.value && <ExportSection desk={desk.value} />}
      {removing.value && <RemoveDialog desk={removing.value} onClose={() => (removing.value = null)} />}
    </>
  );
}

function RemoveDialog({ desk, onClose }: { readonly desk: DeskInfo; readonly onClose: () => void }) {
  const { words, ask } = useSurface();
  return (
    <Dialog title={words.say("desks.removeTitle", { desk: desk.name })} onClose={onClose}>
      <p>
        {words.say(desk.sample ? "sample.banner" : desk.server ? "desks.removeShared" : "desks.removeLocal")}
      </p>
      <form method="dialog" class="buttons">
        <Button submit danger onPress={() => void ask({ call: "removeDesk", desk: desk.id })}>
          {words.say("desks.removeIt")}
        </Button>
        <Button submit>{words.say("cancel")}</Button>
      </form>
    </Dialog>
  );
}
