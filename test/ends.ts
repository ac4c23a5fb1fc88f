/** What a file of tests has opened by its helpers, to be ended behind its last test: `test/end-all.ts`. */
export const ends: (() => void | Promise<void>)[] = [];
