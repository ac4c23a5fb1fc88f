/**
 * For a text field that stands in no form: what is typed there stays out of the browser's own files. Browsers write down
 * what fields of open and lately closed tabs hold; of a text area Chromium asks its form alone whether it may. The form
 * is in each surface's page.
 */
export const UNKEPT = { form: "unkept", autocomplete: "off" } as const;
