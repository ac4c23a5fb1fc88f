import { useSignal } from "@preact/signals";
import { isFit } from "../../../shared/envelope/passphrase.ts";
import { fromBase64url } from "../../../shared/protocol/bytes.ts";
import type { DeskInfo } from "../../port/surface.ts";
import { Button } from "../components/button.tsx";
import { Progress } from "../components/progress.tsx";
import { Section } from "../components/section.tsx";
import { TypedTwice } from "../lock/typed-twice.tsx";
import { wordFailure } from "../state/failures.ts";
import { useSurface } from "../state/surface.tsx";
import { fullMoment } from "../state/times.ts";
import { fileName, saveBlob } from "./save-file.ts";

/** The file from which a desk comes back: what it is, when one was last made, and making one. */
export function BackupSection({ desk }: { readonly desk: DeskInfo }) {
  const { words, background, toasts } = useSurface();
  const open = useSignal(false);
  const first = useSignal("");
  const again = useSignal("");
  const shown = useSignal(false);
  const made = useSignal<{ readonly n: number; readonly total: number } | null>(null);
  const failure = useSignal<unknown>(null);
  const ready = isFit(first.value) && again.value === first.value && made.value === null;
  const collect = async () => {
    const { call } = background;
    const { id, documents: total } = await call({
      call: "backupBegin",
      desk: desk.id,
      passphrase: first.peek(),
    });
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    for (;;) {
      const next = await call({ call: "backupNext", id });
      if (!next) break;
      pieces.push(fromBase64url(next.bytes));
      made.value = { n: next.done, total };
    }
    const end = await call({ call: "backupEnd", id });
    const file = `${fileName(desk.name)}-${end.at.slice(0, 10)}.sidedesk`;
    saveBlob(file, new Blob([fromBase64url(end.bytes), ...pieces], { type: "application/octet-stream" }));
    return file;
  };
  const save = async (event: Event) => {
    event.preventDefault();
    if (!ready) return;
    failure.value = null;
    made.value = { n: 0, total: 0 };
    try {
      const file = await collect();
      first.value = "";
      again.value = "";
      open.value = false;
      toasts.show({ text: words.say("backup.saved", { file }) });
    } catch (error) {
      failure.value = error;
    }
    made.value = null;
  };
  const time = desk.backedUpAt && fullMoment(desk.backedUpAt, words.formats.value);
  return (
    <Section card title={words.say("backup.title")}>
      <p>{words.say("backup.why")}</p>
      {desk.server && <p>{words.say("backup.server")}</p>}
      <p class="small quiet">{time ? words.say("backup.last", { time }) : words.say("backup.none")}</p>
      <div class="buttons">
        <Button
          expanded={open.value}
          onPress={() => {
            open.value = !open.value;
          }}
        >
          {words.say("backup.make")}
        </Button>
      </div>
      {open.value && (
        <form class="stack" onSubmit={(event) => void save(event)}>
          <p class="quiet">{words.say("backup.beforehand")}</p>
          <TypedTwice label={words.say("lock.new")} first={first} again={again} shown={shown} />
          {failure.value !== null && (
            <p class="problem" role="alert">
              {wordFailure(words, failure.value)}
            </p>
          )}
          {made.value && (
            <Progress
              label={words.say("backup.making", made.value)}
              done={made.value.n}
              total={made.value.total}
            />
          )}
          <div class="buttons">
            <Button look="filled" submit disabled={!ready}>
              {words.say("backup.save")}
            </Button>
          </div>
        </form>
      )}
    </Section>
  );
}
