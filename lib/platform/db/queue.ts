const tails = new Map<unknown, Promise<unknown>>();

/**
 * Runs tasks of one lane one after the other, in the order they came; other lanes do not wait.
 * @param lane a name, or the thing itself that can do only one at a time
 */
export async function alone<T>(lane: string | object, task: () => Promise<T>): Promise<T> {
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
