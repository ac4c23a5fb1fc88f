import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { call as callKind } from "../../../shared/records/call.ts";
import { Button } from "../components/button.tsx";
import { Empty } from "../components/empty.tsx";
import { usePrincipals } from "../components/principal.tsx";
import { teach } from "../components/teach.ts";
import { FirstCall } from "../onboarding/first-call.tsx";
import { idFor } from "../state/ids.ts";
import { useQuery } from "../state/query.ts";
import { useSurface } from "../state/surface.tsx";

interface NothingHereProps {
  readonly list: string;
  /** The list is of one kind: its head offers a new one. */
  readonly kind: boolean;
}

/** An empty list: that it is empty, and what to do first on a desk that is new. */
export function NothingHere({ list, kind }: NothingHereProps) {
  const { words, act, now, desk, shortcuts, rights } = useSurface();
  const counts = useQuery(desk.value && { q: "counts", desk: desk.value.id }).value.value;
  // Today's list shows only what is due.
  const waiting = list === "today" ? (counts?.queue ?? 0) : 0;
  const principals = usePrincipals();
  const rows = useQuery(desk.value && { q: "rows", desk: desk.value.id, order: "updated", limit: 1 });
  const keys = useSignal("");
  useEffect(() => {
    shortcuts().then(
      (set) => {
        keys.value = (set._execute_action ?? "").replaceAll("+", " ");
      },
      () => {},
    );
  }, []);
  if (kind)
    return (
      <Empty title={words.say("empty.kind")}>{rights.value.write ? teach(words, list) : undefined}</Empty>
    );
  if (rows.value.value === undefined || (list === "today" && !counts)) return null;
  const { write } = rights.value;
  if (rows.value.value.total === 0 && write) return <FirstCall />;
  if (waiting > 0)
    return (
      <Empty
        title={words.say("empty.today")}
        action={
          <a class="link" href="#queue">
            {words.say("empty.inQueue", { n: waiting })}
          </a>
        }
      />
    );
  if (!write) return <Empty title={words.say("empty.kind")} />;
  const log = async () => {
    const record = idFor(callKind, now.peek());
    const fields = { startedAt: new Date(now.peek()).toISOString() };
    if (await act([{ do: "create", record, kind: "call", fields }], words.say("list.created")))
      location.hash = `${list}/${record}`;
  };
  return (
    <Empty
      title={words.say("empty.queue")}
      action={
        <div class="buttons">
          <Button look="filled" onPress={() => void log()}>
            {words.say("mail.logCall")}
          </Button>
          {principals.length === 0 && (
            <a class="button plain" href="#principal">
              {words.say("nav.addPrincipal")}
            </a>
          )}
        </div>
      }
    >
      {keys.value ? words.say("empty.withKey", { keys: keys.value }) : words.say("empty.withButton")}{" "}
      {words.say("empty.beside")}
    </Empty>
  );
}
