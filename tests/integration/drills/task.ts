import type { z } from "zod";
import type { reportOutcomeSchema } from "@/lib/features/outcomes/schema/records";
import type { Actor } from "@/lib/platform/auth/actor";

/** What the writer is told: who reports what, and how many at once. */
export type Task = {
  actor: Actor;
  tenant: string;
  organizationId: string;
  fileId: string;
  lanes: number;
};

/** The title is the request's own mark, by which the record is found again. */
export const titled = (task: Task, key: string): z.input<typeof reportOutcomeSchema> => ({
  organizationId: task.organizationId,
  metricCode: "M41",
  title: key,
  occurredOn: "2026-05-01",
  quantity: "1.5",
  fileId: task.fileId,
});
