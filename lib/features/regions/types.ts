/** What is counted from registers besides the outcome metrics of domain 4. */
export const registerCounts = ["members", "projects", "platforms"] as const;
export type RegisterCount = (typeof registerCounts)[number];

/** Why the plain sum of several alliances is more than what there is (behaviour 4.5, "City view over several alliances"). */
export const reasons = ["same_organization", "shared_project", "same_base", "same_claim"] as const;
export type Reason = (typeof reasons)[number];

/** Numbers of fewer members than this are not shown to readers from outside: one could be told from the others. */
export const fewestMembers = 3;

/** So many alliances stand side by side. */
export const mostAlliances = 12;
