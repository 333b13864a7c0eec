import { test } from "vitest";
import { KILLS, killing } from "./killing";

test(`I-05, F-18 a web server is killed with -9 while ballots arrive, ${KILLS} times: none that was acknowledged is lost`, async () => {
  await killing("web server", async ({ instances }, round) => {
    const instance = instances[round % instances.length];
    await instance?.kill();
    await instance?.start();
  });
}, 7_200_000);
