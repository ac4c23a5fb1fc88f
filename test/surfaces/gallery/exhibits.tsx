import { useEffect } from "preact/hooks";
import { BackgroundError } from "../../../extension/port/client.ts";
import type { Row } from "../../../extension/port/surface.ts";
import { Arrivals } from "../../../extension/surfaces/components/arrivals.tsx";
import { Avatar } from "../../../extension/surfaces/components/avatar.tsx";
import { Banner } from "../../../extension/surfaces/components/banner.tsx";
import { Button } from "../../../extension/surfaces/components/button.tsx";
import { CatchingUp } from "../../../extension/surfaces/components/catching-up.tsx";
import { Chip, ChoiceChip } from "../../../extension/surfaces/components/chip.tsx";
import { Colleagues } from "../../../extension/surfaces/components/colleagues.tsx";
import { Combobox } from "../../../extension/surfaces/components/combobox.tsx";
import { ConflictCard } from "../../../extension/surfaces/components/conflict.tsx";
import { Dialog } from "../../../extension/surfaces/components/dialog.tsx";
import { Empty } from "../../../extension/surfaces/components/empty.tsx";
import { Facts } from "../../../extension/surfaces/components/facts.tsx";
import { Failed } from "../../../extension/surfaces/components/failed.tsx";
import { Field } from "../../../extension/surfaces/components/field.tsx";
import { FileField } from "../../../extension/surfaces/components/file-field.tsx";
import { History } from "../../../extension/surfaces/components/history.tsx";
import { Icon, KindIcon } from "../../../extension/surfaces/components/icon.tsx";
import { LineInput } from "../../../extension/surfaces/components/line-input.tsx";
import { LinkToPass } from "../../../extension/surfaces/components/link-to-pass.tsx";
import { Marked } from "../../../extension/surfaces/components/marked.tsx";
import { MomentInput } from "../../../extension/surfaces/components/moment.tsx";
import { Person } from "../../../extension/surfaces/components/person.tsx";
import { Principal, usePrincipals } from "../../../extension/surfaces/components/principal.tsx";
import { Progress } from "../../../extension/surfaces/components/progress.tsx";
import { ProseField } from "../../../extension/surfaces/components/prose-field.tsx";
import { Qr } from "../../../extension/surfaces/components/qr.tsx";
import { RecordList } from "../../../extension/surfaces/components/record-list.tsx";
import { RoleEnd } from "../../../extension/surfaces/components/role-end.tsx";
import { RoleNote } from "../../../extension/surfaces/components/role-note.tsx";
import { ListRow } from "../../../extension/surfaces/components/row.tsx";
import { Section } from "../../../extension/surfaces/components/section.tsx";
import { Status } from "../../../extension/surfaces/components/status.tsx";
import { Strip } from "../../../extension/surfaces/components/strip.tsx";
import { Suggestions } from "../../../extension/surfaces/components/suggestions.tsx";
import { Sync } from "../../../extension/surfaces/components/sync.tsx";
import { SyncProblemBanner } from "../../../extension/surfaces/components/sync-problem.tsx";
import { Tabs } from "../../../extension/surfaces/components/tabs.tsx";
import { ToastList } from "../../../extension/surfaces/components/toasts.tsx";
import { UnreadBanner } from "../../../extension/surfaces/components/unread.tsx";
import { WallClockInput } from "../../../extension/surfaces/components/wall-clock.tsx";
import { WayBackBanner } from "../../../extension/surfaces/components/way-back-banner.tsx";
import { When } from "../../../extension/surfaces/components/when.tsx";
import { useSurface } from "../../../extension/surfaces/state/surface.tsx";
import { formFields } from "../../../shared/records/form.ts";
import { KINDS } from "../../../shared/records/kinds.ts";
import { ME, sampleDesk, sampleWorld, sync } from "../sample-world.ts";
import { lyingServer } from "./lying-server.tsx";

/** A component in each of its states. The states' names are the gallery's own words. */
export interface Exhibit {
  /** The file in extension/surfaces/components, without its ending. */
  readonly component: string;
  /** It covers the rest: shown only when it is asked for. */
  readonly alone?: boolean;
  readonly states: Readonly<Record<string, () => preact.ComponentChildren>>;
}

const LINK = "web+sidedesk:join?server=sync.example.com&desk=sample";
const SampleQr = () => <Qr text={LINK} label={useSurface().words.say("qr.label")} />;
function SampleLink() {
  const { words } = useSurface();
  return <LinkToPass link={LINK} label={words.say("onboarding.link")} care={words.say("invite.care")} />;
}

const nothing = () => {};
const world = sampleWorld();
const call = world.records.find(({ id }) => id.includes("call1"));
const message = world.records.find(({ kind }) => kind === "message");
const callKind = KINDS.call;
if (!call || !message || !callKind) throw new Error("The sample world has no call.");
const LONG = "Visa letters for the site visit, with copies of every passport and the invitation of the host";
const row = (changes: Partial<Row> = {}): Row => ({
  id: "2026-11.row0000000000000000",
  kind: "task",
  title: "Send signed annex to Legal",
  under: "contract renewal",
  status: "needsAction",
  open: true,
  due: null,
  urgent: false,
  principal: null,
  assignee: null,
  thread: null,
  classification: "internal",
  createdAt: "2026-11-23T08:00:00Z",
  updatedAt: "2026-11-23T08:00:00Z",
  conflicts: [],
  at: "2026-11-23T08:00:00Z",
  ...changes,
});

function OneRow({
  principal = false,
  ...changes
}: Partial<Omit<Row, "principal">> & { principal?: boolean }) {
  const principals = usePrincipals();
  return (
    <div class="rows card flush">
      <ListRow
        row={row(changes)}
        principal={principal ? principals[0] : undefined}
        onOpen={nothing}
        onClaim={nothing}
        onDone={nothing}
      />
    </div>
  );
}
/** So many chips to choose from, of which the last is switched on. */
const chips = (count: number) =>
  Array.from({ length: count }, (_, at) => (
    <ChoiceChip
      key={at}
      label={`Sample ${at}`}
      value={at === count - 1 ? "a" : ""}
      options={[
        ["", "Sample Caller"],
        ["a", "Sample Rail"],
      ]}
      onChoose={nothing}
    />
  ));
function Conflicted() {
  const principals = usePrincipals();
  const conflict = call?.conflicts[0];
  return conflict && callKind ? (
    <ConflictCard record={call.id} kind={callKind} conflict={conflict} principals={principals} />
  ) : null;
}
function Told() {
  const principals = usePrincipals();
  return call && callKind ? (
    <div class="detail-history">
      <History
        inName={[]}
        record={call}
        kind={callKind}
        entries={world.histories?.[call.id] ?? []}
        principals={principals}
      />
    </div>
  ) : null;
}
function OfAField({
  name,
  value,
}: {
  readonly name: string;
  readonly value: string | number | boolean | null;
}) {
  const field = Object.values(KINDS)
    .flatMap((kind) => formFields(kind))
    .find((each) => each.name === name);
  return field ? <Field field={field} value={value} onSet={nothing} /> : null;
}
function OneOf({ value }: { readonly value: string }) {
  const options = [
    { value: "a", label: "Sample Caller", hint: "Baltic Sample Rail" },
    { value: "b", label: "Second Sample" },
  ];
  return (
    <Combobox
      class="input"
      label={`Sample Rail ${value}`}
      none="Sample Rail"
      options={options}
      value={value}
      onChoose={nothing}
    />
  );
}
function Notices() {
  const { toasts, words } = useSurface();
  useEffect(() => {
    toasts.hold(true);
    toasts.show({ text: words.say("record.deleted"), undo: nothing });
    toasts.show({ text: words.say("failure.quota"), tone: "urgent" });
  }, []);
  return <ToastList />;
}
/** The sample's other members, of whom the first so many write. */
const others = (count: number, writers = 0, marks = false) => (
  <p class="facts">
    <Colleagues
      marks={marks}
      here={sampleDesk()
        .members.filter(({ me }) => !me)
        .slice(0, count)
        .map((member, index) => ({ member, writing: index < writers }))}
    />
  </p>
);
function AllPrincipals() {
  return usePrincipals().map((principal) => (
    <p key={principal.id}>
      <Principal principal={principal} />
    </p>
  ));
}
const labelled = (label: string, control: preact.ComponentChildren) => (
  <div class="field">
    <label for={label}>{label}</label>
    {control}
  </div>
);
const line = { class: "input", type: "text", "aria-invalid": false, "aria-describedby": undefined } as const;

export const exhibits: readonly Exhibit[] = [
  {
    component: "row",
    states: {
      "to do, nobody's": () => <OneRow />,
      "due today, mine": () => <OneRow due="2026-11-23T16:00:00Z" assignee={ME} principal />,
      late: () => <OneRow due="2026-11-23T11:17:00Z" assignee={ME} principal />,
      "due another day": () => <OneRow due="2026-11-26" />,
      "two decisions": () => <OneRow conflicts={["summary"]} />,
      urgent: () => <OneRow urgent />,
      "long, of a principal": () => <OneRow title={LONG} under={LONG} due="2026-11-24" principal />,
      "without a title": () => <OneRow title="" under="" />,
      done: () => <OneRow open={false} status="completed" />,
      "of an unknown kind": () => <OneRow kind="parcel" status="lost" />,
    },
  },
  {
    component: "record-list",
    states: {
      "some of many": () => (
        <RecordList
          label="Sample rows"
          rows={[row(), row({ id: "2026-11.row2000000000000000", kind: "call", title: "Sample Caller" })]}
          total={120}
          more={nothing}
          showKind
          ticks
          current="2026-11.row2000000000000000"
          onOpen={nothing}
        />
      ),
      "more than can be shown": () => (
        <RecordList label="More rows" rows={[row()]} total={700} more={nothing} full onOpen={nothing} />
      ),
    },
  },
  {
    component: "section",
    states: {
      plain: () => <Section title="Sample Rail">Baltic Sample Rail</Section>,
      "a card, with an aside": () => (
        <Section card title="Baltic Sample Rail" aside={<Chip tone="done">Sample Rail</Chip>}>
          Baltic Sample Rail
        </Section>
      ),
    },
  },
  {
    component: "field",
    states: {
      line: () => <OfAField name="caller" value="Sample Caller" />,
      phone: () => <OfAField name="phone" value="+37126123456;ext=45" />,
      choice: () => <OfAField name="direction" value="inbound" />,
      member: () => <OfAField name="assignee" value={ME} />,
      record: () => <OfAField name="principal" value={null} />,
      flag: () => <OfAField name="urgent" value />,
      instant: () => <OfAField name="callBackBy" value="2026-11-23T15:00:00Z" />,
      date: () => <OfAField name="startsOn" value="2026-12-03" />,
    },
  },
  {
    component: "line-input",
    states: {
      filled: () =>
        labelled(
          "Sample Caller",
          <LineInput {...line} id="Sample Caller" value="Sample Caller" onText={nothing} />,
        ),
      wrong: () =>
        labelled(
          "Second Sample",
          <LineInput {...line} id="Second Sample" aria-invalid value="caller@example" onText={nothing} />,
        ),
    },
  },
  {
    component: "marked",
    states: {
      found: () => (
        <p>
          <Marked text="Sample Caller, +37126123456" search="call 26123456" />
        </p>
      ),
      "not searched": () => (
        <p>
          <Marked text="Sample Caller" search="" />
        </p>
      ),
    },
  },
  {
    component: "suggestions",
    states: {
      people: () =>
        labelled(
          "Third Sample",
          <>
            <LineInput {...line} id="Third Sample" list="people" value="" onText={nothing} />
            <Suggestions id="people" of="person" />
          </>,
        ),
    },
  },
  {
    component: "moment",
    states: {
      "a day and an hour": () =>
        labelled(
          "Sample Rail",
          <MomentInput
            id="Sample Rail"
            class="input"
            orDate={false}
            value="2026-11-23T15:00:00Z"
            set={nothing}
          />,
        ),
      "a day alone": () =>
        labelled(
          "Baltic Sample Rail",
          <MomentInput id="Baltic Sample Rail" class="input" orDate value="2026-11-23" set={nothing} />,
        ),
    },
  },
  {
    component: "icon",
    states: {
      "of each kind": () => (
        <p class="buttons">
          {Object.keys(KINDS).map((kind) => (
            <KindIcon key={kind} kind={kind} />
          ))}
          <Icon of="search" />
        </p>
      ),
    },
  },
  { component: "arrivals", states: { "nothing new": () => <Arrivals /> } },
  {
    component: "wall-clock",
    states: {
      "a day and an hour of a place": () =>
        labelled(
          "More rows",
          <WallClockInput id="More rows" class="input" value="2026-12-03T10:15:00+02:00" set={nothing} />,
        ),
    },
  },
  {
    component: "prose-field",
    states: {
      filled: () => (
        <ProseField
          record={call}
          field={{ ...callKind.fields.note, name: "note" } as Parameters<typeof ProseField>[0]["field"]}
        />
      ),
    },
  },
  {
    component: "button",
    states: {
      looks: () => (
        <p class="buttons">
          <Button look="filled">Sample Rail</Button>
          <Button>Sample Rail</Button>
          <Button look="plain">Sample Rail</Button>
          <Button danger>Sample Rail</Button>
          <Button look="plain" danger>
            Sample Rail
          </Button>
          <Button look="icon" label="Sample Rail">
            ×
          </Button>
        </p>
      ),
      disabled: () => (
        <p class="buttons">
          <Button look="filled" disabled>
            Sample Rail
          </Button>
          <Button disabled>Sample Rail</Button>
        </p>
      ),
    },
  },
  {
    component: "chip",
    states: {
      tones: () => (
        <p class="chips">
          {(["neutral", "read", "attention", "urgent", "done"] as const).map((tone) => (
            <Chip key={tone} tone={tone} title="Sample Rail">
              Sample Rail
            </Chip>
          ))}
        </p>
      ),
      "to choose from": () => (
        <p class="chips">
          <ChoiceChip
            label="Sample Rail"
            value="mine"
            options={[
              ["", "anyone’s"],
              ["mine", "mine"],
            ]}
            onChoose={nothing}
          />
          <ChoiceChip label="Baltic Sample Rail" value="" options={[["", "any time"]]} onChoose={nothing} />
        </p>
      ),
    },
  },
  {
    component: "status",
    states: {
      open: () => <Status kind="call" status="callBack" />,
      done: () => <Status kind="task" status="completed" />,
      unknown: () => <Status kind="parcel" status="lost" />,
    },
  },
  {
    component: "avatar",
    states: {
      small: () => <Avatar name="Sample Caller" />,
      big: () => <Avatar name="Second Sample" big />,
      "one character": () => <Avatar name="王小明" />,
    },
  },
  {
    component: "colleagues",
    states: {
      "one has it open": () => others(1),
      "two have it open": () => others(2),
      "one of two writes": () => others(2, 1),
      "both write": () => others(2, 2),
      "as marks": () => others(2, 0, true),
      "nobody is here": () => others(0),
    },
  },
  { component: "principal", states: { all: () => <AllPrincipals /> } },
  {
    component: "banner",
    states: {
      attention: () => <Banner action={<Button>Sample Rail</Button>}>Baltic Sample Rail</Banner>,
      urgent: () => (
        <Banner tone="urgent" boxed>
          {LONG}
        </Banner>
      ),
    },
  },
  { component: "role-note", states: { "an owner: nothing to say": () => <RoleNote /> } },
  {
    component: "facts",
    states: {
      "of a call": () => (
        <Facts
          fields={formFields(callKind).filter(({ name, type }) => type !== "prose" && call.fields[name])}
          values={call.fields}
        />
      ),
    },
  },
  { component: "sync-problem", states: { "nothing to say": () => <SyncProblemBanner />, ...lyingServer } },
  { component: "unread", states: { "nothing to say": () => <UnreadBanner /> } },
  { component: "way-back-banner", states: { "there is one": () => <WayBackBanner /> } },
  {
    component: "qr",
    states: { "a link": () => <SampleQr /> },
  },
  {
    component: "link-to-pass",
    states: {
      "a link": () => <SampleLink />,
    },
  },
  {
    component: "file-field",
    states: {
      "none chosen": () => <FileField label="Sample Rail" kinds=".txt" chosen={null} onFile={nothing} />,
      "with a long name": () => (
        <FileField label="Sample Rail" kinds=".txt" chosen={`${LONG}.txt`} onFile={nothing} />
      ),
    },
  },
  {
    component: "failed",
    states: { offline: () => <Failed error={new BackgroundError({ code: "offline", detail: "" })} /> },
  },
  {
    component: "empty",
    states: {
      "with a way on": () => (
        <Empty title="Sample Rail" action={<Button look="filled">Sample Rail</Button>}>
          Baltic Sample Rail
        </Empty>
      ),
    },
  },
  {
    component: "sync",
    states: {
      all: () => (
        <>
          {(["local", "upToDate", "connecting", "catchingUp", "offline", "stopped"] as const).map((phase) => (
            <p key={phase}>
              <Sync sync={sync({ phase, toFetch: 1200 })} />
            </p>
          ))}
          <p>
            <Sync sync={sync({ unsent: 3 })} />
          </p>
        </>
      ),
    },
  },
  {
    component: "strip",
    states: {
      "with room": () => (
        <Strip>
          <div class="chips filters">{chips(2)}</div>
        </Strip>
      ),
      "going on, with one switched on outside": () => (
        <Strip>
          <div class="chips filters">{chips(12)}</div>
        </Strip>
      ),
    },
  },
  {
    component: "tabs",
    states: {
      "with counts": () => (
        <Tabs
          label="Sample Rail"
          tabs={[
            { id: "a", label: "Sample Caller" },
            { id: "b", label: "Sample Rail", count: 7 },
            { id: "c", label: "Second Sample", count: 1200 },
          ]}
          chosen="b"
          onChoose={nothing}
        >
          Baltic Sample Rail
        </Tabs>
      ),
    },
  },
  {
    component: "combobox",
    states: {
      chosen: () => <OneOf value="b" />,
      empty: () => <OneOf value="" />,
    },
  },
  {
    component: "role-end",
    states: {
      never: () => <RoleEnd label="Sample Caller" until={null} set={nothing} />,
      "on a day": () => <RoleEnd label="Sample Rail" until="2026-12-04T21:59:59Z" set={nothing} />,
    },
  },
  {
    component: "progress",
    states: {
      "of a known length": () => <Progress label="Sample Rail" done={420} total={1200} />,
      "of an unknown length": () => <Progress label="Baltic Sample Rail" />,
    },
  },
  { component: "catching-up", states: { "nothing to say": () => <CatchingUp /> } },
  {
    component: "when",
    states: {
      today: () => <When at="2026-11-23T08:05:00Z" />,
      "another year": () => <When at="2024-11-23" />,
    },
  },
  {
    component: "person",
    states: {
      me: () => <Person member={{ name: "Mia Example", me: true }} />,
      "a colleague": () => <Person member={{ name: "Assistant 2", me: false }} />,
    },
  },
  { component: "conflict", states: { "two moments": () => <Conflicted /> } },
  { component: "history", states: { "of a call": () => <Told /> } },
  { component: "toasts", alone: true, states: { "with undo, and one that failed": () => <Notices /> } },
  {
    component: "dialog",
    alone: true,
    states: {
      open: () => (
        <Dialog title="Sample Rail" onClose={nothing}>
          <p>{LONG}</p>
          <p class="buttons">
            <Button danger>Sample Rail</Button>
            <Button>Sample Rail</Button>
          </p>
        </Dialog>
      ),
    },
  },
];
