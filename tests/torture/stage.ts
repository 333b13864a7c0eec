import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { type CountingRule, decideAgain } from "@/lib/features/bodies/rules/decide";
import type { RuleSnapshot } from "@/lib/features/bodies/types";
import { recountVoteQuery } from "@/lib/features/votes/procedures/ballots";
import { ask } from "@/lib/platform/corridor/faces";
import { disconnect } from "@/lib/platform/db/client";
import { folderKeeper } from "@/lib/platform/files/folder";
import { verify } from "@/lib/platform/invariants/run";
import { runMigrations } from "@/lib/platform/migrations/apply";
import type { Postgres } from "@/lib/platform/postgres/start";
import { newDataFolder, started } from "../integration/postgres/application";
import { sitting, type World } from "../integration/votes/world";
import { type Instance, startInstances, tell } from "./instances";
import { handOut, type Phones } from "./phones";

export type Stage = {
  postgres: Postgres;
  dataDir: string;
  instances: Instance[];
  world: World;
  phones: Phones;
  /** What the checks find in a council of the factories before anything happens: its members are not numbered from 1. */
  before: unknown[];
};

/** A durable database of its own, a council in session on it, two instances before it, a phone for everybody. */
export async function openStage(given: Parameters<typeof sitting>[0]): Promise<Stage> {
  const dataDir = newDataFolder();
  const postgres = await started(dataDir, { durable: true });
  await runMigrations(postgres.url);
  process.env.DATABASE_URL = postgres.url;
  process.env.AUTH_SECRET ||= "test-secret-test-secret-test-secret-test";
  process.env.APP_URL ||= "http://localhost:3999";
  onTestFinished(() => disconnect());
  const world = await sitting(given);
  onTestFinished(({ task }) => {
    if (task.result?.state !== "fail") return;
    // What the instances wrote goes with the folder; its end is what explains the failure.
    process.stderr.write(readFileSync(join(dataDir, "web.log"), "utf8").slice(-6_000));
  });
  const instances = await startInstances({ url: postgres.url, dataDir });
  const phones = await handOut(world, instances);
  const before = await broken(postgres.url, dataDir);
  tell(`${world.people.length} people, two instances and the database are ready`);
  return { postgres, dataDir, instances, world, phones, before };
}

/** What the checks of `admin verify` find, those of the audit chains among them. */
async function broken(url: string, dataDir: string): Promise<unknown[]> {
  const reports = await verify({
    url,
    keeper: folderKeeper(dataDir),
    outcomeOf: (motion) =>
      decideAgain(motion.rule_snapshot as RuleSnapshot<CountingRule>, motion).outcome,
  });
  return reports
    .filter(({ findings }) => findings.length > 0)
    .map(({ check, findings }) => ({ title: check.title, findings }));
}

export async function expectVerified({ postgres, dataDir, before }: Stage): Promise<void> {
  expect(await broken(postgres.url, dataDir)).toEqual(before);
}

export async function expectRecounted(world: World, voteId: string): Promise<void> {
  expect(await ask(recountVoteQuery, world.call(world.secretary), { voteId })).toMatchObject({
    openingIntact: true,
    closingIntact: true,
    ballotsAgree: true,
    resultAgrees: true,
  });
}
