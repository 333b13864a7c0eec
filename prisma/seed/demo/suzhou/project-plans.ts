import type { Day } from "@/lib/kernel/dates";
import type { ProjectPlan } from "./project-plan";
import { latePlans } from "./projects-since-2025";
import { earlyPlans } from "./projects-until-2024";
import { waitingPlans } from "./projects-waiting";

export const plansOn = (today: Day): readonly ProjectPlan[] => [
  ...earlyPlans,
  ...latePlans,
  ...waitingPlans(today),
];
