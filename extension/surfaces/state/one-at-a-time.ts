/**
 * Begins work under a name unless work of that name is under way: pressed twice, it is done once; another press beside
 * it is never lost.
 */
export function oneAtATime(): (name: string, work: () => Promise<void>) => Promise<void> {
  const underWay = new Set<string>();
  return async (name, work) => {
    if (underWay.has(name)) return;
    underWay.add(name);
    try {
      await work();
    } finally {
      underWay.delete(name);
    }
  };
}

/** What is awaited, if it comes within so many milliseconds; else null. A rejection is null too. */
export async function within<T>(ms: number, awaited: Promise<T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  return Promise.race([awaited.catch(() => null), over]).finally(() => clearTimeout(timer));
}
