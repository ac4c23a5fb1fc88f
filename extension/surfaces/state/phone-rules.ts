/** The rules for telephone numbers with their metadata: loaded when the first number is shown or typed. */
import { parsePhone } from "../../../shared/capture/parse-phone.ts";
import { regionsOf } from "../../../shared/capture/regions.ts";
import { storedPhone } from "../../../shared/capture/written-phone.ts";

export { groupPhone } from "../../../shared/capture/parse-phone.ts";

/** What was typed for a number as it is stored, by the rules of where this device is; see `storedPhone`. */
export function readTypedPhone(typed: string, languages: readonly string[]): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const [region = ""] = regionsOf(timeZone, languages, null);
  return storedPhone(typed, parsePhone, region);
}
