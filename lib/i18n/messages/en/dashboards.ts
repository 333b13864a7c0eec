import type { Translated } from "../translated";
import type { dashboards as zh } from "../zh-CN/dashboards";

export const dashboards: Translated<typeof zh> = {
  title: "Dashboard",
  ofAlliance: "Whole alliance",
  asOf: "As of {at}",
  scope: "Scope",
  from: "From year",
  to: "To year",
  stretch: "{from}–{to}",
  newest: "end of {year}",
  verified: "Verified",
  provisional: "{count} more to be verified, not counted",
  records: "{count} records",
  coverage: "{reported} of {members} members have verified results",
  funds: "Funds",
  fundsDescription: "Promised and received, cash and in kind, are counted apart and never added.",
  patents: "Intellectual property",
  patentsDescription:
    "Counted by grant number: a jointly owned patent counts once in the alliance.",
  trainees: "Training",
  traineesDescription:
    "Person-times, persons and person-days are three measures, counted apart, never added or converted.",
  other: "Other results",
  none: "No verified data in this period",
  noneHint: "Numbers appear here once members have reported and the secretariat has verified.",
  definition: "Definition",
  atMost: "The same person or firm may be in several records, so this is an upper bound",
  stock: "A stock: the newest year, never added over years",
  year: "Year",
  standing: "The alliance at a glance",
  now: "now",
  reporters: "{reported} of {members} members have a verified record",
  ownOnly: "Only what your organizations may see",
  state: {
    value: "Reported",
    none: "Nothing verified in this period (which is not zero)",
    "not-allowed": "Not shown to your role",
    "not-applicable": "Not divided by what is chosen",
  },
};
