import { useRef } from "preact/hooks";
import { Banner } from "../components/banner.tsx";
import { Button } from "../components/button.tsx";
import { useDroppedFiles } from "../components/dropped-files.ts";
import { useSurface } from "../state/surface.tsx";
import { looksLikeTicket, MOST_MEGABYTES, type Ticket } from "./tickets.ts";

interface ReadTicketProps {
  /** The attachment of the open mail that may be a ticket, likely ones first; null where it has none. */
  readonly attached: string | null;
  readonly onFiles: (files: readonly File[]) => void;
}

const KINDS = ".pdf,.pkpass,.ics,.html,.txt";

/** Where an attached ticket is given to the reader: by a button, or by a drop anywhere in the sidebar. */
export function ReadTicket({ attached, onFiles }: ReadTicketProps) {
  const { words } = useSurface();
  const chooser = useRef<HTMLInputElement>(null);
  const over = useDroppedFiles(onFiles);
  if (over.value) return <p class="drop-here">{words.say("ticket.drop")}</p>;
  if (attached === null) return null;
  const likely = looksLikeTicket(attached);
  return (
    <div class={likely ? "card ticket" : "ticket"} title={words.say("ticket.why")}>
      {likely && <p class="small">{words.say("ticket.attached", { name: attached })}</p>}
      <div class={likely ? "buttons" : "buttons tight"}>
        <Button {...(likely ? {} : { look: "plain" as const })} onPress={() => chooser.current?.click()}>
          {words.say("ticket.choose")}
        </Button>
      </div>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept={KINDS}
        onChange={({ currentTarget }) => {
          if (currentTarget.files?.length) onFiles([...currentTarget.files]);
          currentTarget.value = "";
        }}
      />
    </div>
  );
}

/** What could not be read of the files, and what to do instead. */
export function TicketProblems({ tickets }: { readonly tickets: readonly Ticket[] }) {
  const { words } = useSurface();
  return tickets.map(
    ({ name, problem }) =>
      problem && (
        <Banner boxed key={name}>
          {words.say(`ticket.${problem}`, { name, size: MOST_MEGABYTES })}
        </Banner>
      ),
  );
}
