import { Drop, Liquid, type Template } from "liquidjs";
import type { Labels, Locale } from "../records/labels.ts";
import { VARIABLES } from "./variable-names.ts";
import type { ReplyVariables } from "./variables.ts";

/** Load this file with `import()`: Liquid is 25 kB compressed, and only a person who fills in a template needs it. */

interface TemplateProblem {
  readonly code: "too-long" | "too-much" | "unknown-filter" | "unknown-tag" | "not-closed" | "syntax";
  /** In the template, from 1; null where no line is to blame. */
  readonly line: number | null;
  /** What happened and what to do, in the reader's language. */
  readonly advice: string;
  /** Liquid's own words, for the curious. */
  readonly detail: string;
}
export type RenderedTemplate =
  | { readonly ok: true; readonly text: string; readonly missing: readonly string[] }
  | { readonly ok: false; readonly problem: TemplateProblem };

const LONGEST_SOURCE = 20_000;
const LONGEST_TEXT = 100_000;
/** Milliseconds. */
const LONGEST_RENDER = 200;

const ADVICE: Readonly<Record<TemplateProblem["code"], Labels>> = {
  "too-long": {
    en: "The template is too long. Shorten it to 20,000 characters.",
    vi: "Mẫu quá dài. Hãy rút xuống còn 20.000 ký tự.",
    lv: "Veidne ir par garu. Saīsiniet to līdz 20 000 rakstzīmēm.",
    cs: "Šablona je příliš dlouhá. Zkraťte ji na 20 000 znaků.",
    "zh-CN": "模板过长，请缩短到 20,000 个字符以内。",
    ru: "Шаблон слишком длинный. Сократите его до 20 000 знаков.",
  },
  "too-much": {
    en: "The template makes too much text. Remove the loop.",
    vi: "Mẫu tạo ra quá nhiều văn bản. Hãy bỏ vòng lặp.",
    lv: "Veidne rada pārāk daudz teksta. Izņemiet ciklu.",
    cs: "Šablona vytváří příliš mnoho textu. Odstraňte cyklus.",
    "zh-CN": "模板生成的内容过多，请删除循环。",
    ru: "Шаблон создаёт слишком много текста. Уберите цикл.",
  },
  "unknown-filter": {
    en: "There is no such filter. Remove the word after “|”.",
    vi: "Không có bộ lọc này. Hãy bỏ từ sau dấu “|”.",
    lv: "Tāda filtra nav. Izņemiet vārdu aiz “|”.",
    cs: "Takový filtr neexistuje. Odstraňte slovo za „|“.",
    "zh-CN": "没有这个过滤器，请删除“|”后面的词。",
    ru: "Такого фильтра нет. Уберите слово после «|».",
  },
  "unknown-tag": {
    en: "There is no such command. Remove what stands between {% and %}.",
    vi: "Không có lệnh này. Hãy bỏ phần giữa {% và %}.",
    lv: "Tādas komandas nav. Izņemiet to, kas ir starp {% un %}.",
    cs: "Takový příkaz neexistuje. Odstraňte text mezi {% a %}.",
    "zh-CN": "没有这个命令，请删除 {% 与 %} 之间的内容。",
    ru: "Такой команды нет. Уберите то, что между {% и %}.",
  },
  "not-closed": {
    en: "Something is not closed. Look for a missing }}, %} or {% endif %}.",
    vi: "Có phần chưa đóng. Hãy tìm chỗ thiếu }}, %} hoặc {% endif %}.",
    lv: "Kaut kas nav aizvērts. Meklējiet trūkstošu }}, %} vai {% endif %}.",
    cs: "Něco není uzavřeno. Hledejte chybějící }}, %} nebo {% endif %}.",
    "zh-CN": "有内容没有闭合，请检查是否缺少 }}、%} 或 {% endif %}。",
    ru: "Что-то не закрыто. Проверьте }}, %} или {% endif %}.",
  },
  syntax: {
    en: "This line cannot be read. Compare it with a template that works.",
    vi: "Không đọc được dòng này. Hãy so với một mẫu dùng được.",
    lv: "Šo rindu nevar nolasīt. Salīdziniet ar veidni, kas darbojas.",
    cs: "Tento řádek nelze přečíst. Porovnejte jej s funkční šablonou.",
    "zh-CN": "无法读取这一行，请与可用的模板比较。",
    ru: "Эту строку нельзя прочитать. Сравните с рабочим шаблоном.",
  },
};

/** Nothing to conditions, a visible gap where it is printed: a blank in a letter is easily sent. */
class Missing extends Drop {
  readonly #shown: string;
  /** Whether the letter has a gap because of it. */
  printed = false;
  constructor(shown: string) {
    super();
    this.#shown = shown;
  }
  override valueOf(): null {
    return null;
  }
  print(): string {
    this.printed = true;
    return `[${this.#shown}]`;
  }
}

function printed(value: unknown): string {
  if (value instanceof Missing) return value.print();
  return value === null || value === undefined ? "" : String(value);
}

function engine(): Liquid {
  const liquid = new Liquid({
    // No file is ever looked for: the only templates there are, are none.
    templates: {},
    ownPropertyOnly: true,
    strictFilters: true,
    parseLimit: LONGEST_SOURCE,
    renderLimit: LONGEST_RENDER,
    memoryLimit: LONGEST_TEXT,
    outputEscape: printed,
  });
  for (const tag of ["include", "render", "layout", "block"]) delete liquid.tags[tag];
  // Clock and chance make a draft differ between two devices; the date is a variable.
  for (const filter of Object.keys(liquid.filters))
    if (/^date|^(?:shuffle|sample)$/.test(filter)) delete liquid.filters[filter];
  for (const [name, filter] of Object.entries(liquid.filters))
    if (name !== "default" && typeof filter === "function")
      liquid.registerFilter(name, function (value: unknown, ...given) {
        return value instanceof Missing ? value : filter.call(this, value, ...given);
      });
  return liquid;
}

const PROBLEMS: readonly (readonly [RegExp, TemplateProblem["code"]])[] = [
  [/limit exceeded/i, "too-much"],
  [/undefined filter/i, "unknown-filter"],
  [/tag "end|not closed|unexpected end/i, "not-closed"],
  [/tag ".*" not found/i, "unknown-tag"],
];

function problemOf(error: unknown, locale: Locale): TemplateProblem {
  const detail = error instanceof Error ? error.message : String(error);
  const code = PROBLEMS.find(([pattern]) => pattern.test(detail))?.[1] ?? "syntax";
  const line = /line:(\d+)/.exec(detail)?.[1];
  return { code, line: line ? Number(line) : null, advice: ADVICE[code][locale], detail };
}

/** A name in brackets stands where a variable is missing, so that the gap is seen. */
function gap(name: string, locale: Locale): Missing {
  return new Missing(
    Object.hasOwn(VARIABLES, name) ? VARIABLES[name as keyof typeof VARIABLES][locale] : name,
  );
}

/**
 * A template (Liquid) with its variables filled in.
 *
 * Plain text in, plain text out; no file, network, clock or chance; at most 200 ms and about 100,000 characters.
 * @returns the text, with `[name]` where it prints a variable that has no value, and the names of those; or the problem
 */
export function renderTemplate(source: string, variables: ReplyVariables, locale: Locale): RenderedTemplate {
  if (source.length > LONGEST_SOURCE)
    return {
      ok: false,
      problem: {
        code: "too-long",
        line: null,
        advice: ADVICE["too-long"][locale],
        detail: `${source.length} characters`,
      },
    };
  try {
    const liquid = engine();
    const template: Template[] = liquid.parse(source);
    const values = new Map(
      Object.entries(variables).filter(([, value]) => value !== undefined && value !== ""),
    );
    const gaps = liquid
      .globalVariablesSync(template)
      .filter((name) => !values.has(name))
      .map((name) => [name, gap(name, locale)] as const);
    const text: unknown = liquid.renderSync(template, Object.fromEntries<unknown>([...values, ...gaps]));
    return {
      ok: true,
      text: printed(text),
      missing: gaps.filter(([, each]) => each.printed).map(([name]) => name),
    };
  } catch (error) {
    return { ok: false, problem: problemOf(error, locale) };
  }
}
