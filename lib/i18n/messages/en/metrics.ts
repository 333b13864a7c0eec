import type { Translated } from "../translated";
import type { metrics as zh } from "../zh-CN/metrics";

export const metrics: Translated<typeof zh> = {
  publishedTitle: "Published figures",
  publishedDescription:
    "From published texts, quoted as they stand, with their source. Qualifiers such as “over” are kept.",
  figure: "Figure",
  value: "Value",
  period: "Period",
  periodUnknown: "The text names no period; not part of any time series",
  source: "Source",
  derived: "derived",
  stated: "stated",
  partOf: "of which",
  qualifier: {
    exact: "{value}",
    over: "{value}+",
    nearly: "nearly {value}",
    about: "about {value}",
    ambiguous: "{value} (doubtful)",
  },
  none: "No published figures",
};
