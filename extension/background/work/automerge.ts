import { initializeWasm } from "@automerge/automerge/slim";

/**
 * Brings Automerge's WebAssembly up, once. It takes 70 to 220 ms in a cold worker, so nothing that a person waits
 * for comes through here: the journal and the records store answer without it.
 */
export function automergeLoader(wasm: () => Promise<Uint8Array>): () => Promise<void> {
  let loading: Promise<void> | undefined;
  return () => {
    loading ??= wasm()
      .then((bytes) => initializeWasm(bytes))
      .catch((error) => {
        loading = undefined;
        throw error;
      });
    return loading;
  };
}
