import { LISTED_KINDS } from "../../../shared/records/kinds.ts";
import { LOOKS, readLook } from "../../port/look.ts";
import type { PrincipalInfo } from "../components/principal.tsx";
import { KEY_IDS, KEYMAP, type KeyId } from "../keys/keymap.ts";
import { DESKLESS, PARTS, partNames } from "../options/parts.ts";
import { capital } from "../state/capital.ts";
import { makeNew } from "../state/make-new.ts";
import { type Surface, spokenLanguages } from "../state/surface.tsx";
import type { Choice } from "./choices.ts";

/**
 * What keys do in this surface just now, each with its key: what belongs to this place, then what does anywhere. Those
 * of a record stand with the record.
 */
export function keyChoices({ words, keys }: Surface): Choice[] {
  const provided = keys.provided();
  const ids = KEY_IDS.filter((id) => KEYMAP[id].action && provided.has(id));
  const isAnywhere = (id: KeyId) => KEYMAP[id].group === "anywhere";
  return [...ids.filter((id) => !isAnywhere(id)), ...ids.filter(isAnywhere)].map((id) => ({
    id,
    group: words.say("palette.here"),
    label: capital(words.say(KEYMAP[id].says), words.locale.peek()),
    chord: keys.chord(id),
    run: () => keys.run(id),
  }));
}

/** A new record of each kind, opened. */
export function newChoices(surface: Surface, onOpen: (record: string) => void): Choice[] {
  const { words, rights } = surface;
  if (!rights.peek().write) return [];
  return LISTED_KINDS.map((kind) => ({
    id: `new ${kind.kind}`,
    group: words.say("palette.new"),
    label: words.say("palette.newOf", {
      kind: words.name(kind.label).toLocaleLowerCase(words.locale.peek()),
    }),
    also: [`new ${kind.label.en}`],
    run: () => makeNew(surface, kind, onOpen),
  }));
}

/** Every list: today, the queue, each kind, each principal, the settings. */
export function listChoices(
  { words, ask }: Surface,
  principals: readonly PrincipalInfo[],
  onList: (list: string) => void,
): Choice[] {
  const go = (list: string, name: string, also: readonly string[] = []): Choice => ({
    id: `go ${list}`,
    group: words.say("palette.go"),
    label: words.say("palette.goTo", { list: name }),
    also: [name, ...also],
    run: () => onList(list),
  });
  return [
    go("today", words.say("tab.today"), ["go to today"]),
    go("queue", words.say("tab.queue"), ["go to queue"]),
    go("people", words.say("people.title"), ["people", "go to people"]),
    ...LISTED_KINDS.map(({ kind, plural }) =>
      go(kind, words.name(plural), [plural.en, `go to ${plural.en}`]),
    ),
    ...principals.map(({ id, name }) => go(`principal:${id}`, name)),
    { ...go("settings", words.say("nav.settings"), ["settings"]), run: () => ask({ call: "openOptions" }) },
  ];
}

/** Another desk, another language, how it looks, each part of the settings: shown once something is typed. */
export function settingChoices({ words, state, ask, keys, desk }: Surface): Choice[] {
  const group = words.say("palette.settings");
  const current = desk.peek();
  const names = partNames(words);
  const look = state.peek()?.look ?? readLook(null);
  const desks = (state.peek()?.desks ?? []).filter(({ id }) => id !== desk.peek()?.id);
  return [
    ...desks.map(({ id, name }) => ({
      id: `desk ${id}`,
      label: words.say("palette.desk", { name }),
      run: () => ask({ call: "chooseDesk", desk: id }),
    })),
    ...spokenLanguages()
      .filter(({ locale }) => locale !== words.locale.peek())
      .map(({ locale, name }) => ({
        id: `language ${locale}`,
        label: words.say("palette.language", { name }),
        also: [name, `language ${locale}`],
        run: () => ask({ call: "setLocale", locale }),
      })),
    {
      id: "single keys",
      label: words.say(keys.single.peek() ? "palette.singleOff" : "palette.singleOn"),
      run: () => ask({ call: "setSingleKeys", on: !keys.single.peek() }),
    },
    ...(["theme", "density", "size"] as const).flatMap((part) =>
      LOOKS[part]
        .filter((value) => value !== look[part])
        .map((value) => ({
          id: `look ${part} ${value}`,
          label: `${words.say(`look.${part}`)}: ${words.say(`look.${value}`)}`,
          also: [words.say(`look.${value}`), value],
          run: () => ask({ call: "setLook", look: { ...look, [part]: value } }),
        })),
    ),
    ...(current?.server
      ? [
          {
            id: "sync",
            label: words.say("sync.now"),
            also: ["sync now"],
            run: () => ask({ call: "syncNow", desk: current.id }),
          },
        ]
      : []),
    ...(current ? PARTS : DESKLESS).map((part) => ({
      id: `part ${part}`,
      label: words.say("palette.goTo", { list: names[part] }),
      under: words.say("nav.settings"),
      also: [names[part], part, `settings ${part}`],
      run: () => ask({ call: "openOptions", part }),
    })),
  ].map((choice) => ({ group, first: false, ...choice }));
}
