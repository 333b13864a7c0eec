import type { z } from "zod";
import { reachOf } from "@/lib/features/access/policy";
import { judgingDesk } from "@/lib/features/calls/queries/desk";
import { desk } from "@/lib/features/evaluations/queries/desk";
import { reviewDesk } from "@/lib/features/projects/queries/desk";
import { dayIn } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { viewsOf } from "../rules";
import type { ExpertHome, expertHomeInput, expertHomeSchema } from "../schema";
import { givenShown } from "../types";
import { namesOf } from "./home";

type Step = ExpertHome["waiting"][number]["step"];
type Part = Pick<ExpertHome["waiting"][number], "kind" | "id" | "title" | "about"> & {
  step: Step | null;
  left: number | null;
  since: Date;
  givenAt: Date | null;
};

const panelParts = async (db: Db, scope: TenantScope): Promise<Part[]> =>
  (await reviewDesk(db, scope)).items.map((one) => {
    const open = one.state === "open" && !one.submitted;
    const steps = { pending: "declare", none: "judge", conflict: null } as const;
    return {
      kind: `project_${one.kind}` as const,
      id: one.panelId,
      title: one.title,
      about: one.parties.join("、"),
      step: open ? steps[one.declaration] : null,
      left: null,
      since: one.openedAt,
      givenAt: one.submittedAt,
    };
  });

const callParts = async (db: Db, scope: TenantScope): Promise<Part[]> =>
  (await judgingDesk(db, scope)).map((one) => ({
    kind: `call_${one.stage}` as const,
    id: one.callId,
    title: one.title,
    about: null,
    step: one.due ? (one.state === "assigned" ? "declare" : "judge") : null,
    left: one.left > 0 ? one.left : null,
    since: one.askedAt,
    // A sheet is given in once all of them are.
    givenAt: one.due ? null : one.givenAt,
  }));

const seatParts = async (db: Db, scope: TenantScope): Promise<Part[]> =>
  (await desk(db, scope, {})).items.map((one) => {
    const open = one.submittedAt === null;
    const declares = open && one.open && one.state === "assigned";
    const judges = open && one.scoring && one.state === "clear";
    return {
      kind: "evaluation" as const,
      id: one.seatId,
      title: one.subject.name,
      about: one.round.title,
      step: declares ? "declare" : judges ? "judge" : null,
      left: null,
      since: one.since,
      givenAt: one.submittedAt,
    };
  });

const order: Record<Step, number> = { declare: 0, judge: 1 };

/** The first screen of those who judge: their own seats as their desks list them, and nobody else's. */
export async function expertHome(
  db: Db,
  scope: TenantScope,
  _input: z.output<typeof expertHomeInput>,
): Promise<z.input<typeof expertHomeSchema>> {
  const { roles } = scope.actor;
  const { id: allianceId, timeZone } = scope.alliance;
  const [panels, calls, seats, organizations] = await Promise.all([
    panelParts(db, scope),
    callParts(db, scope),
    seatParts(db, scope),
    namesOf(db, reachOf("home.read_organization", roles, allianceId)?.organizationIds ?? []),
  ]);
  const parts = [...panels, ...calls, ...seats];
  const waiting = parts
    .flatMap(({ step, since, givenAt: _, ...part }) =>
      step ? [{ ...part, step, since: dayIn(since, timeZone) }] : [],
    )
    .sort((a, b) => order[a.step] - order[b.step] || a.since.localeCompare(b.since));
  const given = parts
    .flatMap(({ kind, id, title, about, givenAt }) =>
      givenAt ? [{ kind, id, title, about, givenAt }] : [],
    )
    .sort((a, b) => b.givenAt.getTime() - a.givenAt.getTime());
  return {
    views: viewsOf(roles, allianceId),
    organizations,
    asOf: scope.now.toISOString(),
    waiting,
    given: given
      .slice(0, givenShown)
      .map(({ givenAt, ...part }) => ({ ...part, on: dayIn(givenAt, timeZone) })),
    givenCount: given.length,
  };
}
