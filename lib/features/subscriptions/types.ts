/** Every day, every Monday, every first of a month. */
export const rhythms = ["daily", "weekly", "monthly"] as const;
export type Rhythm = (typeof rhythms)[number];
