import type { Translated } from "../translated";
import type { alerts as zh } from "../zh-CN/alerts";

export const alerts: Translated<typeof zh> = {
  title: "Alerts",
  open: "Alerts",
  description:
    "Checked every day with the rights you have then. When the condition is met you are told once and it is listed here; it goes away when the condition ends.",
  about: {
    threshold: "Number beyond a bound",
    missing_reports: "Reports missing",
    negative_indicator: "Veto indicator",
    promise_overdue: "Promise overdue",
  },
  direction: {
    at_least: "at or above {bound}",
    above: "above {bound}",
    at_most: "at or below {bound}",
    below: "below {bound}",
  },
  directionChoice: {
    at_least: "At or above (the bound counts)",
    above: "Above (the bound does not count)",
    at_most: "At or below (the bound counts)",
    below: "Below (the bound does not count)",
  },
  condition: {
    threshold: "{name} {condition}",
    missing_reports: "A cycle is past due with {bound} or more reports missing",
    negative_indicator: "{bound} or more reports meet a veto indicator",
    promise_overdue: "Promises overdue by more than {bound} days",
  },
  hint: {
    threshold: "Where there is no number, nothing is raised.",
    missing_reports: "Reports past their day that were not handed in; exempted ones do not count.",
    negative_indicator:
      "A veto indicator of the set in force, answered yes or more than zero in the newest report handed in; for those who read no reports (observers), a veto in the newest published evaluation.",
    promise_overdue:
      "Promises that are due and have not arrived, by days late; instalments whose milestone is not accepted do not count.",
  },
  sentence: {
    threshold: "{whose}: {name} is {value}, {condition}.",
    thresholdIn: "{whose}: {name} ({when}) is {value}, {condition}.",
    years: "{from}–{to}",
    year: "{year}",
    missing_reports:
      "{whose}: “{cycle}” was due on {day}, and {value} reports are missing (alert from {bound}).",
    negative_indicator:
      "{whose}: {value} of the newest reports meet a veto indicator (alert from {bound}).",
    vetoed: "{whose}: {value} published evaluations have a veto (alert from {bound}).",
    promise_overdue:
      "{whose}: promises of {value} organizations are overdue by more than {bound} days, the oldest since {day}.",
  },
  set: "Set alert",
  setTitle: "New alert",
  setDone: "Set; first checked within the hour",
  filters: "Scope: {filters}",
  whole: "Scope: the whole alliance",
  change: "For one member or other years, choose them on the dashboard first, then press “Alerts”.",
  field: {
    metricCode: "Number",
    direction: "Condition",
    bound: "Bound",
    boundReports: "At least so many",
    boundDays: "More than so many days",
    note: "What is done about it (optional)",
  },
  standing: "Alerts that stand",
  history: "All that was raised",
  manage: "My alerts and their history",
  named: "{name} ({unit})",
  noneStanding: "No alert stands now",
  noneRaised: "Nothing was raised yet",
  noneRaisedHint: "What meets its condition is listed here.",
  more: "{count} in all",
  seen: "Seen",
  seenWith: "Seen: {note}",
  acknowledge: "Mark as seen",
  acknowledged: "Marked as seen",
  over: "Over",
  switchedOff: "Switched off",
  raisedOn: "raised {day}",
  column: { what: "What", result: "Last check", end: "Actions", raised: "Raised", state: "State" },
  mine: "My alerts",
  none: "No alert is set",
  noneHint: "Choose a condition and set it.",
  never: "not checked yet",
  result: {
    quiet: "Condition not met",
    raised: "Raised",
    no_value: "No number, nothing compared",
    hidden: "Too few members to be shown, nothing compared",
    failed: "Check failed",
  },
  end: "Switch off",
  ended: "Switched off",
  endTitle: "Switch an alert off",
  endNote: "It is checked no more and no mail comes of it; other alerts stay.",
  endSubmit: "Switch it off",
  endDone: "Switched off; nothing more is sent.",
  mail: {
    subject: "{alliance} alert: {about}",
    body: "{sentence}\n\nSee: {link}\n\nMy alerts: {mine}\n\nNothing more is sent until the condition has ended. Switch this alert off: {end}",
    endedSubject: "{alliance}: an alert has stopped",
    endedBody:
      "{alliance}\n\nYour alert ({about}) has stopped: you have no right to read its number any more, or its member has left the alliance.",
    failedSubject: "{alliance}: an alert could not be checked",
    failedBody:
      "{alliance}\n\nYour alert ({about}) could not be checked today; it is tried again every day. If it goes on failing, switch it off and set it again.\n\nMy alerts: {mine}",
  },
};
