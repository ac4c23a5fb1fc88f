import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { toBase64url } from "../../../shared/protocol/bytes.ts";
import type { BackupPreview } from "../../port/backup.ts";
import { Button } from "../components/button.tsx";
import { FileField } from "../components/file-field.tsx";
import { Progress } from "../components/progress.tsx";
import { Secret, ShowTyped } from "../lock/secret.tsx";
import { guessDeviceName } from "../state/device-name.ts";
import { wordFailure } from "../state/failures.ts";
import { useSurface } from "../state/surface.tsx";
import { fullMoment } from "../state/times.ts";
import { partsOf, startOf } from "./backup-pieces.ts";

interface Opened {
  readonly id: string;
  readonly preview: BackupPreview;
  readonly file: File;
  readonly from: number;
  readonly passphrase: string;
}

/** Coming back from a backup file: it is opened and says what it is before anything is restored. */
export function FromFileForm() {
  const { words, background } = useSurface();
  const id = useId();
  const chosen = useSignal<File | null>(null);
  const passphrase = useSignal("");
  const shown = useSignal(false);
  const key = useSignal("");
  const opened = useSignal<Opened | null>(null);
  const done = useSignal<number | null>(null);
  const busy = useSignal(false);
  const failure = useSignal<unknown>(null);
  const { call } = background;
  const attempt = async (work: () => Promise<void>) => {
    if (busy.peek()) return;
    busy.value = true;
    failure.value = null;
    await work().catch((error: unknown) => {
      failure.value = error;
    });
    busy.value = false;
    done.value = null;
  };
  const read = async (file: File, secret: string): Promise<Opened> => {
    const start = await startOf(file);
    const found = await call({ call: "restoreOpen", start: toBase64url(start), passphrase: secret });
    return { ...found, file, from: start.length, passphrase: secret };
  };
  const open = () =>
    attempt(async () => {
      const file = chosen.peek();
      if (file) opened.value = await read(file, passphrase.peek());
    });
  const restore = (alone: boolean) =>
    attempt(async () => {
      const before = opened.peek();
      if (!before) return;
      // Opened anew: the first try may have ended in the middle.
      const now = await read(before.file, before.passphrase);
      const typed = key.peek().trim();
      await call({
        call: "restoreBegin",
        id: now.id,
        key: typed === "" ? null : typed,
        alone,
        deviceName: guessDeviceName(navigator.userAgent),
      });
      done.value = 0;
      for await (const part of partsOf(now.file, now.from)) {
        const taken = await call({ call: "restorePart", id: now.id, part: toBase64url(part) });
        done.value = taken.done;
      }
      await call({ call: "restoreEnd", id: now.id });
    });
  const again = () => {
    opened.value = null;
    failure.value = null;
  };
  const found = opened.value;
  const problem = failure.value !== null && (
    <p class="problem" role="alert">
      {wordFailure(words, failure.value)}
    </p>
  );
  return (
    <form
      autocomplete="off"
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (found) void restore(false);
        else void open();
      }}
    >
      <FileField
        label={words.say("fromFile.file")}
        kinds=".sidedesk"
        chosen={chosen.value?.name ?? null}
        onFile={(file) => {
          chosen.value = file;
          again();
        }}
      />
      {!found && (
        <>
          <Secret
            label={words.say("fromFile.passphrase")}
            shown={shown}
            value={passphrase.value}
            onValue={(next) => {
              passphrase.value = next;
            }}
          />
          <ShowTyped shown={shown} />
          {problem}
          <div class="buttons">
            <Button
              look="filled"
              submit
              disabled={busy.value || chosen.value === null || passphrase.value === ""}
            >
              {words.say("fromFile.open")}
            </Button>
          </div>
        </>
      )}
      {found && (
        <>
          <BackupSays preview={found.preview} />
          {found.preview.server && (
            <>
              <p class="break">{words.say("fromFile.server", { server: found.preview.server })}</p>
              <div class="field">
                <label for={`${id}-key`}>{words.say("fromFile.key")}</label>
                <textarea
                  class="input"
                  id={`${id}-key`}
                  rows={3}
                  maxLength={20_000}
                  autocomplete="off"
                  autocapitalize="off"
                  spellcheck={false}
                  value={key.value}
                  onInput={(event) => {
                    key.value = event.currentTarget.value;
                  }}
                />
              </div>
            </>
          )}
          {problem}
          {done.value !== null && (
            <Progress
              label={words.say("fromFile.progress", { n: done.value, total: found.preview.parts })}
              done={done.value}
              total={found.preview.parts}
            />
          )}
          <div class="buttons">
            <Button
              look="filled"
              submit
              disabled={busy.value || (found.preview.server !== null && key.value.trim() === "")}
            >
              {words.say(found.preview.server ? "fromFile.join" : "restore.it")}
            </Button>
          </div>
          {found.preview.server && (
            <>
              <p class="small quiet">{words.say("fromFile.aloneWhy")}</p>
              <div class="buttons">
                <Button disabled={busy.value} onPress={() => void restore(true)}>
                  {words.say("fromFile.alone")}
                </Button>
              </div>
            </>
          )}
        </>
      )}
    </form>
  );
}

/** What an opened file says of itself. */
function BackupSays({ preview }: { readonly preview: BackupPreview }) {
  const { words } = useSurface();
  const { deskName, person, at, records } = preview;
  const time = fullMoment(at, words.formats.value);
  return (
    <div class="card" role="status">
      <strong>{deskName}</strong>
      <p class="small quiet">
        {[words.say("fromFile.made", { time, person }), words.say("data.records", { n: records })].join(
          " · ",
        )}
      </p>
    </div>
  );
}
