import type { ComponentChildren } from "preact";
import type { PageReport } from "../../port/page.ts";
import { Button } from "../components/button.tsx";
import { Empty } from "../components/empty.tsx";
import { RecordList, useRows } from "../components/record-list.tsx";
import { Section } from "../components/section.tsx";
import { useSurface } from "../state/surface.tsx";

/** So many stand where no mail is: what can be seen at once. */
const SHOWN = 5;

interface NextProps {
  readonly onOpen: (id: string, desk?: string) => void;
  /** Goes to the whole queue. */
  readonly onQueue: () => void;
}

interface NoMailProps extends NextProps {
  /** What the page says of itself; null where it is no webmail. */
  readonly report: PageReport | null;
  /** What can be entered by hand; nothing on a desk that this person may only read. */
  readonly children: ComponentChildren;
}

/** Where no mail stands beside it: why, what can be done, and what presses most: the place is of use between two mails. */
export function NoMail({ report, children, onOpen, onQueue }: NoMailProps) {
  const { words } = useSurface();
  const why = report === null ? "noPage" : report.recognised ? "noneOpen" : "unreadable";
  return (
    <>
      <Empty title={words.say(`mail.${why}`)} action={children}>
        {children && words.say(`mail.${why}How`)}
      </Empty>
      <Next onOpen={onOpen} onQueue={onQueue} />
    </>
  );
}

function Next({ onOpen, onQueue }: NextProps) {
  const { words } = useSurface();
  const { rows, total } = useRows({ open: true, assignee: "mineOrNone", order: "due" });
  if (rows.length === 0) return null;
  return (
    <Section
      title={words.say("tab.queue")}
      aside={
        total > SHOWN && (
          <Button look="plain" onPress={onQueue}>
            {words.say("list.more", { n: total - SHOWN })}
          </Button>
        )
      }
    >
      <div class="card flush">
        <RecordList
          label={words.say("tab.queue")}
          rows={rows.slice(0, SHOWN)}
          total={total}
          ticks
          showKind
          onOpen={(row) => onOpen(row.id, row.desk)}
        />
      </div>
    </Section>
  );
}
