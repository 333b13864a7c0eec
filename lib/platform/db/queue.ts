const tails = new Map<string, Promise<unknown>>();

/** Runs tasks of one lane one after the other, in the order they came; other lanes do not wait. */
export async function alone<T>(lane: string, task: () => Promise<T>): Promise<T> {
  const before = tails.get(lane) ?? Promise.resolve();
  const mine = before.then(task, task);
  const tail = mine.catch(() => undefined);
  tails.set(lane, tail);
  try {
    return await mine;
  } finally {
    if (tails.get(lane) === tail) tails.delete(lane);
  }
}
