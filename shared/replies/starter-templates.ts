import type { Locale } from "../records/labels.ts";
import { cs } from "./starters/cs.ts";
import { en } from "./starters/en.ts";
import { lv } from "./starters/lv.ts";
import { ru } from "./starters/ru.ts";
import type { Starter } from "./starters/starter.ts";
import { vi } from "./starters/vi.ts";
import { zh } from "./starters/zh.ts";

const STARTERS: Readonly<Record<Locale, readonly Starter[]>> = { en, vi, lv, cs, "zh-CN": zh, ru };

/** Letters to begin with in a language: acknowledge, will call back, meeting request, decline, pass on. */
export function starterTemplates(locale: Locale): readonly Starter[] {
  return STARTERS[locale];
}
