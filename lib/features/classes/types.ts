import type { StagePlace, TrainingClassKind } from "@/prisma/generated/enums";

export type { StagePlace, TrainingClassKind };

export const classKinds = [
  "order",
  "modern_apprenticeship",
  "new_apprenticeship",
  "field_engineer",
  "source",
  "craftsman",
  "local_dual",
] as const satisfies readonly TrainingClassKind[];

export const stagePlaces = [
  "school",
  "enterprise",
  "both",
] as const satisfies readonly StagePlace[];
