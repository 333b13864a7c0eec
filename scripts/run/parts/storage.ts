import { readFileSettings } from "../../../lib/platform/env.ts";
import { keeperOf } from "../../../lib/platform/files/choice.ts";
import { StoreError } from "../../../lib/platform/files/keeper.ts";
import { bucketOf } from "../../../lib/platform/files/settings.ts";
import { Problem } from "../../../lib/platform/postgres/problem.ts";
import { childEnvironment, type Environment } from "./environment.ts";
import { note, step } from "./say.ts";

/**
 * Object storage that refuses ends the start, as the variable that is wrong can be named; one that does not answer is
 * no reason not to start: meetings and votes need no files.
 */
export async function reachStorage(env: Environment): Promise<void> {
  const settings = readFileSettings(childEnvironment(env));
  if (!bucketOf(settings)) return;
  const keeper = keeperOf(settings);
  await step(`Reaching ${keeper.place}`, async () => {
    try {
      await keeper.check();
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      if (error.settled) {
        throw new Problem(error.message, "Correct the named variable, or the bucket's rights.");
      }
      note(`${error.message}: files are neither taken nor given until it answers`);
    }
  });
}
