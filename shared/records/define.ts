import type { Labels } from "./labels.ts";

/**
 * What a field may hold, and how it merges.
 *
 * | type    | value                                                    | merges as |
 * |---------|----------------------------------------------------------|-----------|
 * | line    | one line of text                                         | one value |
 * | prose   | text that several people write at once                   | splices   |
 * | phone   | E.164 with an optional RFC 3966 `;ext=`, else as typed    | one value |
 * | email   | an RFC 5322 addr-spec                                    | one value |
 * | choice  | one of `options`                                         | one value |
 * | flag    | true or false                                            | one value |
 * | number  | a finite number                                          | one value |
 * | instant | RFC 3339 date-time in UTC (`2026-11-22T15:00:00Z`)       | one value |
 * | date    | RFC 3339 full-date (`2026-12-03`)                        | one value |
 * | member  | a member of the desk (hex id)                            | one value |
 * | record  | the id of a record of kind `of`                          | one value |
 * | thread  | a mail thread, `gmail:<hex>` or `outlook:<id>`            | one value |
 * | json    | a JSON text that one program writes as a whole           | one value |
 */
type FieldType =
  | "line"
  | "prose"
  | "phone"
  | "email"
  | "choice"
  | "flag"
  | "number"
  | "instant"
  | "date"
  | "member"
  | "record"
  | "thread"
  | "json";

export interface FieldDefinition {
  readonly type: FieldType;
  readonly label: Labels;
  /** For `choice`: the allowed values with their names. */
  readonly options?: Readonly<Record<string, Labels>>;
  /** For `record`: the kind that it points to, or `any`. */
  readonly of?: string;
  /** For `instant`: a full-date is allowed too, where the day is known and the hour is not. */
  readonly orDate?: boolean;
  /** Longest text, in UTF-16 units. Default 500; `prose` 100,000; `json` 20,000. */
  readonly max?: number;
  /** For `line`: what is offered while it is typed, from what the desk knows already. Anything else may be typed. */
  readonly suggest?: "person" | "organization" | "place";
  /** For `number`: a sum of money, and the field beside it that says in which currency (ISO 4217). */
  readonly currency?: string;
  /** The field beside it at which what begins here ends: the two are said as one. */
  readonly end?: string;
  /** Set when the record is made, and never again. */
  readonly fixed?: boolean;
  /** For `choice`: the option that holds where none is set. */
  readonly usual?: string;
  /** For `line`: a wall-clock time of a place, ISO 8601 (a day, a day with its hour, either with an offset). */
  readonly wallClock?: true;
  /** Left out of the form: set by the program or shown elsewhere. */
  readonly hidden?: boolean;
  /** Words of it find the record in search. Default: every text-like field that is not hidden. */
  readonly search?: boolean;
}

interface StateDefinition {
  readonly label: Labels;
  /** Whether a record in this state still asks for somebody's work. */
  readonly open: boolean;
  /** States that may follow. Any other transition is refused, except by undo. */
  readonly next: readonly string[];
  /** How it is shown; colour always goes with the word. */
  readonly tone?: "neutral" | "attention" | "urgent" | "done";
}

/** A list inside a record (the reservations of a trip): items keyed by id, each with its own fields. */
export interface ListDefinition {
  readonly label: Labels;
  readonly item: Readonly<Record<string, FieldDefinition>>;
  /** The fields that name an item, in their order; then those that say the rest of it in one line. */
  readonly named: readonly string[];
  readonly line: readonly string[];
}

/** Everything that Sidedesk knows about one kind of record. Forms, lists, validation, search and export follow from it. */
export interface KindDefinition {
  readonly kind: string;
  /** It is made and listed in a place of its own: it is no list of the desk, and not offered as something new. */
  readonly elsewhere?: true;
  /** Where it stands among the kinds, from 1; a kind that does not say stands last. */
  readonly place?: number;
  /** `monthly`: it lives in the document of the month of its creation. `lasting`: in the one that stays. */
  readonly document: "monthly" | "lasting";
  readonly label: Labels;
  /** The heading of a list of them. */
  readonly plural: Labels;
  readonly fields: Readonly<Record<string, FieldDefinition>>;
  readonly lists?: Readonly<Record<string, ListDefinition>>;
  readonly states: Readonly<Record<string, StateDefinition>>;
  readonly initial: string;
  /** Which of the common fields the form shows. Default: all that are not hidden. */
  readonly commonInForm?: readonly string[];
  /** Field names whose first filled one titles a row; then those joined under it; then the one that says when. */
  readonly row: {
    readonly title: readonly string[];
    readonly under: readonly string[];
    readonly due?: string;
    /** The instant at which it happened, by which a log is ordered; else that of its making. */
    readonly at?: string;
  };
  /** The person outside the desk whom a record is about, by the fields that tell. */
  readonly person?: {
    readonly name?: string;
    readonly organization?: string;
    /** Numbers and addresses; of a line of several, the first. */
    readonly reach: readonly string[];
  };
}

/** Fields that every record has, whatever its kind. */
export const COMMON_FIELDS = {
  status: {
    type: "line",
    hidden: true,
    search: false,
    label: { en: "Status", vi: "Trạng thái", lv: "Statuss", cs: "Stav", "zh-CN": "状态", ru: "Статус" },
  },
  principal: {
    type: "record",
    of: "principal",
    label: { en: "For", vi: "Cho", lv: "Kam", cs: "Pro koho", "zh-CN": "为谁", ru: "Для кого" },
  },
  assignee: {
    type: "member",
    label: {
      en: "Assigned to",
      vi: "Người phụ trách",
      lv: "Atbildīgais",
      cs: "Přiřazeno",
      "zh-CN": "负责人",
      ru: "Ответственный",
    },
  },
  urgent: {
    type: "flag",
    label: { en: "Urgent", vi: "Khẩn", lv: "Steidzami", cs: "Spěchá", "zh-CN": "紧急", ru: "Срочно" },
  },
  /** What its classes do: classification.ts. */
  classification: {
    type: "choice",
    search: false,
    usual: "internal",
    options: {
      public: {
        en: "public",
        vi: "công khai",
        lv: "publisks",
        cs: "veřejné",
        "zh-CN": "公开",
        ru: "общедоступно",
      },
      internal: {
        en: "internal",
        vi: "nội bộ",
        lv: "iekšējs",
        cs: "interní",
        "zh-CN": "内部",
        ru: "служебное",
      },
      confidential: {
        en: "confidential",
        vi: "bảo mật",
        lv: "konfidenciāls",
        cs: "důvěrné",
        "zh-CN": "机密",
        ru: "конфиденциально",
      },
      privileged: {
        en: "privileged",
        vi: "đặc quyền pháp lý",
        lv: "ar profesionālo noslēpumu",
        cs: "chráněné mlčenlivostí",
        "zh-CN": "受特权保护",
        ru: "профессиональная тайна",
      },
    },
    label: {
      en: "Classification",
      vi: "Mức bảo mật",
      lv: "Klasifikācija",
      cs: "Klasifikace",
      "zh-CN": "密级",
      ru: "Гриф",
    },
  },
  thread: {
    type: "thread",
    hidden: true,
    search: false,
    label: { en: "Mail", vi: "Thư", lv: "Vēstule", cs: "E-mail", "zh-CN": "邮件", ru: "Письмо" },
  },
  deletedAt: {
    type: "instant",
    hidden: true,
    search: false,
    label: { en: "Deleted", vi: "Đã xoá", lv: "Dzēsts", cs: "Smazáno", "zh-CN": "已删除", ru: "Удалено" },
  },
} as const satisfies Record<string, FieldDefinition>;

/**
 * Defines a kind. Throws where the definition contradicts itself: a broken kind must not reach a person.
 * @throws Error naming the kind and what is wrong with it.
 */
export function defineKind<const K extends KindDefinition>(definition: K): K {
  const broken = (why: string): never => {
    throw new Error(`Kind "${definition.kind}": ${why}`);
  };
  const known = (field: string) => fieldOf(definition, field) !== undefined;
  if (!/^[a-z][a-zA-Z]*$/.test(definition.kind)) broken("its name is not one word of letters");
  if (!Object.hasOwn(definition.states, definition.initial))
    broken(`its first state "${definition.initial}" is not defined`);
  for (const [name, state] of Object.entries(definition.states))
    for (const next of state.next)
      if (!Object.hasOwn(definition.states, next))
        broken(`state "${name}" leads to "${next}", which is not defined`);
  for (const name of Object.keys(definition.fields)) {
    if (Object.hasOwn(COMMON_FIELDS, name)) broken(`field "${name}" is one that every record has`);
    if (!/^[a-z][a-zA-Z0-9]*$/.test(name)) broken(`field "${name}" is not a plain name`);
  }
  for (const name of definition.commonInForm ?? [])
    if (!Object.hasOwn(COMMON_FIELDS, name)) broken(`its form shows "${name}", which is not a common field`);
  for (const [name, field] of Object.entries(definition.fields)) {
    if (field.orDate && field.type !== "instant")
      broken(`field "${name}": only an instant can be a date instead`);
    if ((field.type === "choice") !== (field.options !== undefined))
      broken(`field "${name}": a choice, and only a choice, has options`);
    if (field.usual !== undefined && !Object.hasOwn(field.options ?? {}, field.usual))
      broken(`field "${name}": what is usual is not one of its options`);
    if (field.type === "record" && !field.of) broken(`field "${name}" does not say which kind it points to`);
  }
  for (const [listName, list] of Object.entries(definition.lists ?? {}))
    for (const [name, field] of Object.entries(list.item))
      if (!/^[a-z][a-zA-Z0-9]*$/.test(listName) || !/^[a-z][a-zA-Z0-9]*$/.test(name))
        broken(`list field "${listName}/${name}" is not a plain name`);
      else if (field.type === "prose") broken(`list field "${name}" cannot be co-edited text`);
  for (const [listName, list] of Object.entries(definition.lists ?? {}))
    for (const name of [...list.named, ...list.line])
      if (!Object.hasOwn(list.item, name))
        broken(`list "${listName}" says "${name}", which is not a field of it`);
  const { title, under, due, at } = definition.row;
  for (const field of [...title, ...under, ...(due ? [due] : []), ...(at ? [at] : [])])
    if (!known(field)) broken(`its row shows "${field}", which is not a field`);
  const { name, organization, reach = [] } = definition.person ?? {};
  for (const field of [...(name ? [name] : []), ...(organization ? [organization] : []), ...reach])
    if (!known(field)) broken(`its person is told by "${field}", which is not a field`);
  return definition;
}

/** The definition of a field of a kind, common ones included; undefined where there is none. Own keys only. */
export function fieldOf(kind: KindDefinition, name: string): FieldDefinition | undefined {
  if (Object.hasOwn(kind.fields, name)) return kind.fields[name];
  if (Object.hasOwn(COMMON_FIELDS, name)) return COMMON_FIELDS[name as keyof typeof COMMON_FIELDS];
  return undefined;
}
