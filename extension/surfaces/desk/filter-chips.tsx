import type { Signal } from "@preact/signals";
import { CLASSIFICATIONS } from "../../../shared/records/classification.ts";
import { COMMON_FIELDS } from "../../../shared/records/define.ts";
import { LISTED_KINDS } from "../../../shared/records/kinds.ts";
import { ChoiceChip } from "../components/chip.tsx";
import { usePrincipals } from "../components/principal.tsx";
import { Strip } from "../components/strip.tsx";
import { useSurface } from "../state/surface.tsx";
import { type Filters, periods } from "./filters.ts";

interface FilterChipsProps {
  readonly list: string;
  /** Over all desks: members and principals are each desk's own. */
  readonly all?: boolean;
  /** Of the list's kind, or of any: whether a state asks for work. */
  readonly hasOpen: boolean;
  readonly now: Required<Filters>;
  readonly chosen: Signal<Filters>;
}

/** What a list can be narrowed by, a chip each; one that narrows is coloured. */
export function FilterChips({ list, all, hasOpen, now, chosen }: FilterChipsProps) {
  const { words, desk } = useSurface();
  const principals = usePrincipals();
  const mixed = list === "queue" || list === "today" || list.startsWith("principal:");
  const choose = (filters: Filters) => {
    chosen.value = { ...chosen.peek(), ...filters };
  };
  const members = all ? [] : (desk.value?.members.filter(({ removed }) => !removed) ?? []);
  return (
    <Strip>
      <fieldset class="chips filters" aria-label={words.say("list.filters")}>
        <ChoiceChip
          label={words.say("filter.whose")}
          value={now.whose ?? ""}
          options={[
            ["", words.say("filter.anyone")],
            ["mineOrNone", words.say("list.unclaimed")],
            ...members.map(({ id, name, me }) => [id, me ? words.say("filter.mine") : name] as const),
            ["none", words.say("filter.nobody")],
          ]}
          onChoose={(whose) => choose({ whose: whose || null })}
        />
        {hasOpen && (
          <ChoiceChip
            label={words.say("filter.state")}
            value={now.open === null ? "" : now.open ? "open" : "done"}
            options={[
              ["", words.say("filter.allStates")],
              ["open", words.say("filter.open")],
              ["done", words.say("filter.done")],
            ]}
            onChoose={(open) => choose({ open: open === "" ? null : open === "open" })}
          />
        )}
        {mixed && (
          <ChoiceChip
            label={words.say("filter.kind")}
            value={now.kind ?? ""}
            options={[
              ["", words.say("filter.anyKind")],
              ...LISTED_KINDS.map(({ kind, plural }) => [kind, words.name(plural)] as const),
            ]}
            onChoose={(kind) => choose({ kind: kind || null })}
          />
        )}
        {principals.length > 0 && !all && !list.startsWith("principal") && (
          <ChoiceChip
            label={words.say("filter.principal")}
            value={now.principal ?? ""}
            options={[
              ["", words.say("filter.anyPrincipal")],
              ...principals.map(({ id, name }) => [id, name] as const),
            ]}
            onChoose={(principal) => choose({ principal: principal || null })}
          />
        )}
        <ChoiceChip
          label={words.say("filter.period")}
          value={now.period ?? ""}
          options={[
            ["", words.say("filter.anyTime")],
            ...periods.map((period) => [period, words.say(`filter.${period}`)] as const),
          ]}
          onChoose={(period) => choose({ period: periods.find((each) => each === period) ?? null })}
        />
        <ChoiceChip
          label={words.name(COMMON_FIELDS.classification.label)}
          value={now.classification ?? ""}
          options={[
            ["", words.say("filter.anyClass")],
            ...CLASSIFICATIONS.map(
              (each) => [each, words.name(COMMON_FIELDS.classification.options[each])] as const,
            ),
          ]}
          onChoose={(value) =>
            choose({ classification: CLASSIFICATIONS.find((each) => each === value) ?? null })
          }
        />
      </fieldset>
    </Strip>
  );
}
