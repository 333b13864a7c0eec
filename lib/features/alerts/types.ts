export const alertAbouts = [
  "threshold",
  "missing_reports",
  "negative_indicator",
  "promise_overdue",
] as const;
export type AlertAbout = (typeof alertAbouts)[number];

/** 达到或超过 and 达到或低于 hold at the bound itself; 超过 and 低于 do not. */
export const alertDirections = ["at_least", "above", "at_most", "below"] as const;
export type AlertDirection = (typeof alertDirections)[number];

export const alertResults = ["quiet", "raised", "no_value", "hidden", "failed"] as const;
export type AlertResult = (typeof alertResults)[number];

export const alertCloses = ["over", "ended"] as const;

/** So many that stand are on a first screen; the page of alerts has them all. */
export const standingShown = 5;
