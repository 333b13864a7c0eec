import { test } from "vitest";
import { processesOf } from "@/lib/platform/postgres/process";
import { timeToAnswer } from "../integration/postgres/application";
import { KILLS, killing } from "./killing";
import { pick } from "./phones";

test(`I-05, F-02, F-18 the database is killed with -9 while ballots arrive, ${KILLS} times: none that was acknowledged is lost`, async () => {
  // The supervisor gives up after more than ten ends of the postmaster in a minute, so it is no more often than that.
  const ends: number[] = [];
  await killing("database", async ({ postgres }) => {
    const minute = performance.now() - 60_000;
    const postmaster = postgres.pid() ?? 0;
    const others = processesOf(postgres.folder).filter((pid) => pid !== postmaster);
    const whole = ends.filter((at) => at > minute).length < 8 && Math.random() < 0.5;
    if (whole) ends.push(performance.now());
    const victim = whole || others.length === 0 ? postmaster : pick(others);
    try {
      process.kill(victim, "SIGKILL");
    } catch {
      // A connection may end by itself between the look and the blow.
    }
    await timeToAnswer(postgres.url);
  });
}, 7_200_000);
