import type { AllianceStatus, AllianceType } from "../types";

/**
 * Where the secretariat may take its alliance from each status (domain 3.2). Suspension and dissolution come from above
 * and are not in its hands.
 */
const moves: Record<AllianceStatus, readonly AllianceStatus[]> = {
  preparing: ["founded"],
  founded: ["approved", "operating"],
  approved: ["operating"],
  operating: ["rectifying"],
  rectifying: ["operating"],
  suspended: [],
  dissolved: [],
};

export const nextStatuses = (status: AllianceStatus): readonly AllianceStatus[] => moves[status];

export const mayMove = (from: AllianceStatus, to: AllianceStatus): boolean =>
  from === to || moves[from].includes(to);

/** S003-34: 以产业园区为基础. */
export const needsBasePark = (type: AllianceType, status: AllianceStatus): boolean =>
  type === "city_alliance" && status !== "preparing";
