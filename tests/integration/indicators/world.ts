import {
  enforceSetCommand,
  fillSetCommand,
  startSetCommand,
} from "@/lib/features/indicators/procedures";
import type { MovedSet } from "@/lib/features/indicators/schema";
import type { FillCells } from "@/lib/features/indicators/types";
import type { Result } from "@/lib/kernel/result";
import type { Role } from "@/lib/platform/auth/actor";
import { perform } from "@/lib/platform/corridor/faces";
import type { Call } from "@/lib/platform/corridor/invoke";
import type { Tx } from "@/lib/platform/db/transaction";
import { createAlliance, createOrganization } from "@/prisma/seed/factories/basics";
import { createActor } from "@/tests/support/actors";

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.reason} ${JSON.stringify(result.details)}`);
  return result.value;
}

export async function indicatorWorld(db: Tx) {
  const alliance = await createAlliance(db);
  const allianceId = alliance.id;
  const organizationId = (await createOrganization(db)).id;
  const call = async (role: Role, own?: string): Promise<Call> => ({
    actor: await createActor(db, role, { allianceId, organizationId: own ?? null }),
    tenant: alliance.slug,
  });
  return {
    alliance,
    allianceId,
    secretary: await call("secretariat"),
    reporter: await call("reporter", organizationId),
  };
}
export type World = Awaited<ReturnType<typeof indicatorWorld>>;

export const step = ({ id, version }: { id: string; version: number }) => ({ setId: id, version });

export const blank = (world: World, code = "own") =>
  perform(startSetCommand, world.secretary, {
    template: "blank",
    code,
    nameZh: "示例指标体系",
    source: "示例文件〔2026〕1 号",
  });

/** Two groups; one of them asks three things. */
export const rows: FillCells[] = [
  { row: 2, code: "A", name: "示例组一" },
  { row: 3, code: "A1", parent: "A", name: "示例毕业生", kind: "flow", unit: "人", weight: "40" },
  {
    row: 4,
    code: "A2",
    parent: "A",
    name: "示例就业毕业生",
    kind: "flow",
    unit: "人",
    weight: "60%",
    partOf: "A1",
  },
  { row: 5, code: "B", name: "示例组二" },
  { row: 6, code: "B1", parent: "B", name: "示例否决项", kind: "yes_no", veto: "true" },
];

export const fill = (world: World, set: MovedSet, given: FillCells[] = rows) =>
  perform(fillSetCommand, world.secretary, { ...step(set), rows: given });

export async function inForce(world: World, validFrom = "2026-01-01"): Promise<MovedSet> {
  const set = value(await blank(world));
  const filled = value(await fill(world, set));
  return value(await perform(enforceSetCommand, world.secretary, { ...step(filled), validFrom }));
}
