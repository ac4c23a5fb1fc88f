import { useSignal } from "@preact/signals";
import type { AuditWords } from "../../../shared/audit/file.ts";
import type { AuditView } from "../../port/audit.ts";
import { Banner } from "../components/banner.tsx";
import { Button } from "../components/button.tsx";
import type { PrincipalInfo } from "../components/principal.tsx";
import { ChoiceOf } from "../options/choice.tsx";
import { fileName, saveFile } from "../options/save-file.ts";
import { useSurface } from "../state/surface.tsx";
import { ActEntry } from "./act-entry.tsx";

/** How many are shown at first, and how many at most. */
const [SOME, MOST] = [20, 10_000];
const WORDS = [
  ["none", "audit.words.none"],
  ["open", "audit.words.open"],
  ["all", "audit.words.all"],
] as const satisfies readonly (readonly [AuditWords, string])[];

/** What was done in a principal's name, as each browser signed it: verified when it is asked for, and saved as a file. */
export function InNameOf({ principal }: { readonly principal: PrincipalInfo }) {
  const { words, ask, desk } = useSurface();
  const view = useSignal<AuditView | null>(null);
  const asking = useSignal(false);
  const id = desk.value?.id;
  const show = async (limit: number) => {
    if (!id) return;
    asking.value = true;
    const shown = await ask({ call: "audit", desk: id, principal: principal.id, limit });
    asking.value = false;
    if (shown) view.value = shown;
  };
  const name = principal.name || words.say("principals.unnamed");
  const log = view.value;
  return (
    <div class="stack in-name">
      <h2 class="overline">{words.say("audit.title", { name })}</h2>
      <p class="quiet">{words.say("audit.why", { name })}</p>
      {log ? (
        <Log log={log} onAll={() => void show(MOST)} />
      ) : (
        <div class="buttons">
          <Button disabled={asking.value} onPress={() => void show(SOME)}>
            {words.say("audit.show")}
          </Button>
        </div>
      )}
      {log && log.total > 0 && <SaveLog principal={principal.id} name={name} />}
    </div>
  );
}

function Log({ log, onAll }: { readonly log: AuditView; readonly onAll: () => void }) {
  const { words } = useSurface();
  const { problem, total, acts, end, unsigned } = log;
  const shown = problem ? problem.after : total;
  return (
    <>
      {problem && (
        <Banner boxed tone={problem.code === "left-out" ? "attention" : "urgent"}>
          {words.say(problem.code === "left-out" ? "audit.leftOut" : "audit.broken", { n: problem.after })}
        </Banner>
      )}
      {total === 0 ? (
        <p class="quiet">{words.say("audit.none")}</p>
      ) : (
        !problem && <p>{words.say("audit.holds", { n: total })}</p>
      )}
      <div class="detail-history">
        <ol class="history">
          {acts.flatMap((act) =>
            act.items.map((item) => <ActEntry key={`${act.id} ${item.record}`} act={act} item={item} />),
          )}
        </ol>
      </div>
      {acts.length < shown && (
        <div class="buttons">
          <Button look="plain" onPress={onAll}>
            {words.say("audit.all")}
          </Button>
        </div>
      )}
      {end && total > 0 && (
        <p class="small quiet">
          <span class="block">{words.say("audit.end", { mark: end })}</span>
          {words.say("audit.endWhy")}
        </p>
      )}
      {unsigned > 0 && <p class="small quiet">{words.say("audit.unsigned", { n: unsigned })}</p>}
    </>
  );
}

function SaveLog({ principal, name }: { readonly principal: string; readonly name: string }) {
  const { words, ask, desk, toasts, clock } = useSurface();
  const chosen = useSignal<AuditWords>("none");
  const saving = useSignal(false);
  const save = async () => {
    const id = desk.peek()?.id;
    if (!id) return;
    saving.value = true;
    const made = await ask({ call: "auditFile", desk: id, principal, words: chosen.peek() });
    saving.value = false;
    if (!made) return;
    const file = `${fileName(name)}-${new Date(clock()).toISOString().slice(0, 10)}.audit.json`;
    saveFile({ name: file, type: "application/json", text: made.text });
    toasts.show({ text: words.say("audit.saved", { file }) });
  };
  return (
    <>
      <ChoiceOf
        label={words.say("audit.words")}
        name={`words of ${principal}`}
        options={WORDS.map(([value, label]) => ({ value, label: words.say(label) }))}
        value={chosen.value}
        onChoose={(value) => {
          chosen.value = value;
        }}
      />
      <div class="buttons">
        <Button disabled={saving.value} onPress={() => void save()}>
          {words.say("audit.save")}
        </Button>
      </div>
    </>
  );
}
