import type { Translated } from "../translated";
import type { metrics as zh } from "../zh-CN/metrics";

export const metrics: Translated<typeof zh> = {
  name: {
    members: "Members",
    "meetings-held": "Meetings held",
    resolutions: "Resolutions adopted",
    "tasks-unfinished": "Tasks not finished",
    "tasks-overdue": "Tasks overdue",
    projects: "Cooperation projects",
    "projects-late": "Projects with a late milestone",
    "agreements-in-force": "Agreements in force",
    "agreements-expiring": "Agreements about to expire",
    "colleges-operating": "Industry colleges in operation",
    platforms: "Platforms, bases and centres",
    "platforms-operating": "Platforms in operation",
    calls: "Open-bid calls",
    "calls-open": "Calls taking bids",
    "money-promised-cash": "Promised (cash)",
    "money-promised-kind": "Promised (in kind)",
    "money-received-cash": "Received (cash)",
    "money-received-kind": "Delivered (in kind)",
    "money-spent-cash": "Spent (cash)",
    "money-spent-kind": "Used (in kind)",
    "money-conditional-cash": "Promised under a condition (cash)",
    "money-conditional-kind": "Promised under a condition (in kind)",
  },
  nameOf: "{name}: {part}",
  unitOf: {
    members: "organizations",
    meetings: "meetings",
    resolutions: "resolutions",
    tasks: "tasks",
    projects: "projects",
    agreements: "agreements",
    colleges: "colleges",
    platforms: "platforms",
    calls: "calls",
  },
  sentence: {
    members:
      "{records} memberships in force today; suspended ones and those under notice count, those that left do not.",
    meetings:
      "{records} meetings held and closed in {from}–{to}; drafts, cancelled and postponed ones do not count.",
    resolutions:
      "{records} resolutions adopted in {from}–{to}; those amended or expired later still count in their year.",
    tasks: "{records} tasks of the list, as they stand today.",
    projects:
      "{records} projects of the list, as they stand now; those not registered yet are seen by their parties and the secretariat only.",
    agreements: "{records} agreements of the list, by their validity today.",
    colleges: "{records} colleges of the list, as they stand now.",
    platforms: "{records} platforms of the list, as they stand now.",
    calls: "{records} calls of the list, as they stand now.",
    funds:
      "{records} entries in {from}–{to}. Promised, received and spent, cash and in kind, are counted apart and never added; promises under a condition are not among the promised.",
    outcomes:
      "{records} records of {from}–{to} counted; {pending} in verification. Of {members} members {approved} have a verified record, {inVerification} only records in verification.",
  },
  publishedTitle: "Published figures",
  publishedDescription:
    "From published texts, quoted as they stand, with their source. Qualifiers such as “over” are kept.",
  figure: "Figure",
  value: "Value",
  period: "Period",
  periodUnknown: "The text names no period; not part of any time series",
  source: "Source",
  sourceOf: "Source: {source}",
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
  openData: {
    asCsv: "CSV",
    asJson: "JSON",
    title: "Open data",
    csv: "Open data as a CSV file",
    json: "Open data as JSON",
  },
};
