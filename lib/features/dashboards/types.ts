/** The three measures of training: never added, never converted (domain 4.1 rule 1). */
export const traineeMetrics: readonly string[] = ["M39", "M40", "M41"];

export const propertyMetrics: readonly string[] = ["M35", "M36"];
