import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import { type LockedProject, namesOf } from "../queries/facts";
import type { ChangeContent, Comparison } from "../schema/changes";
import { droppable } from "./drop-milestones";

const line = (
  field: Comparison["field"],
  old: string | null,
  next: string | null | undefined,
  subject: string | null = null,
): Comparison[] => (next === undefined || next === old ? [] : [{ field, subject, old, new: next }]);

const malformed = (path: string, message: string): never => {
  throw new AppError("malformed", { issues: [{ path: `content.${path}`, message }] });
};

async function nameOf(tx: Tx, id: string): Promise<string> {
  const [found] = await namesOf(tx, [id]);
  return found?.name ?? notFound();
}

async function dates(
  tx: Tx,
  scope: TenantScope,
  project: LockedProject,
  content: Extract<ChangeContent, { kind: "date" }>,
): Promise<Comparison[]> {
  const startsOn = content.startsOn ?? project.startsOn;
  const endsOn = content.endsOn ?? project.endsOn;
  if (endsOn < startsOn) malformed("endsOn", "ends-before-start");
  const rows = await tx.$queryRaw<{ id: string; title: string; dueOn: string; done: boolean }[]>`
    SELECT id, title, due_on::text AS "dueOn", state IN ('accepted', 'waived') AS done FROM project_milestones
    WHERE alliance_id = ${scope.alliance.id}::uuid AND project_id = ${project.id}::uuid`;
  const moved = (content.milestones ?? []).flatMap(({ id, dueOn }, index) => {
    const found = rows.find((row) => row.id === id) ?? notFound();
    // A form sends all that it shows; what keeps its day is no change.
    if (found.dueOn === dueOn && dueOn >= startsOn && dueOn <= endsOn) return [];
    if (found.done) malformed(`milestones.${index}.dueOn`, "done-already");
    if (dueOn < startsOn || dueOn > endsOn) malformed(`milestones.${index}.dueOn`, "outside");
    return line("dueOn", found.dueOn, dueOn, found.title);
  });
  return [
    ...line("startsOn", project.startsOn, content.startsOn),
    ...line("endsOn", project.endsOn, content.endsOn),
    ...moved,
  ];
}

type Scoped = Extract<ChangeContent, { kind: "scope" }>;

/** What falls away, as it stood; what is handed in, accepted, waived or paid does not fall away. */
async function droppedLines(
  tx: Tx,
  scope: TenantScope,
  project: LockedProject,
  content: Scoped,
): Promise<Comparison[]> {
  const ids = [...new Set(content.drop ?? [])];
  if (ids.length === 0) return [];
  const rows = await droppable(tx, scope, project.id, ids);
  if (rows.length < ids.length) return notFound();
  return rows.flatMap((row) => {
    if (!row.open || row.paid) malformed(`drop`, row.paid ? "paid-already" : "done-already");
    return line("dropped", `${row.dueOn} ${row.deliverable}`, null, row.title);
  });
}

async function scopeLines(
  tx: Tx,
  scope: TenantScope,
  project: LockedProject,
  content: Scoped,
): Promise<Comparison[]> {
  for (const [index, { dueOn }] of (content.add ?? []).entries()) {
    if (dueOn < project.startsOn || dueOn > project.endsOn) {
      malformed(`add.${index}.dueOn`, "outside");
    }
  }
  return [
    ...line("title", project.title, content.title),
    ...line("summary", project.summary, content.summary),
    ...(content.add ?? []).flatMap((one) =>
      line("milestone", null, `${one.dueOn} ${one.deliverable}`, one.title),
    ),
    ...(await droppedLines(tx, scope, project, content)),
  ];
}

/** Old and new side by side, in words that still hold when the names of today have changed. */
export async function compare(
  tx: Tx,
  scope: TenantScope,
  project: LockedProject,
  content: ChangeContent,
): Promise<Comparison[]> {
  switch (content.kind) {
    case "date":
      return dates(tx, scope, project, content);
    case "scope":
      return scopeLines(tx, scope, project, content);
    case "budget":
      return line("budget", project.budget, content.budget);
    case "funder":
      // The lead has its part already; as a funder besides it would lose it.
      return content.organizationId === project.leadId
        ? []
        : line("funder", null, await nameOf(tx, content.organizationId));
    case "partner": {
      const name = await nameOf(tx, content.organizationId);
      const isParty = project.organizationIds.includes(content.organizationId);
      if (content.organizationId === project.leadId) return [];
      if (content.step === "leave") return isParty ? line("leaves", name, null) : [];
      return isParty ? [] : line("joins", null, name);
    }
    case "lead":
      return content.organizationId === project.leadId
        ? []
        : line("lead", await nameOf(tx, project.leadId), await nameOf(tx, content.organizationId));
  }
}
