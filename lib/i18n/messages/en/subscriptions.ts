import type { Translated } from "../translated";
import type { subscriptions as zh } from "../zh-CN/subscriptions";

export const subscriptions: Translated<typeof zh> = {
  title: "Subscriptions by mail",
  open: "Subscribe",
  description:
    "The numbers of the dashboard by mail: every day, every Monday, or every first of a month. Each mail is read with the rights you have then, and they stop when the right ends.",
  take: "Subscribe",
  taken: "Subscribed",
  whatTitle: "What is sent",
  whole: "The whole alliance, the last five years, approved numbers",
  filters: "Filters: {filters}",
  change: "For other filters, choose them on the dashboard and then subscribe there.",
  rhythmLabel: "How often",
  rhythm: { daily: "Every day", weekly: "Every Monday", monthly: "Every first of a month" },
  mine: "My subscriptions",
  none: "No subscriptions yet",
  noneHint: "Choose how often and subscribe.",
  column: { what: "What", rhythm: "How often", next: "Next", last: "Last", end: "Actions" },
  neverSent: "not sent yet",
  end: "Stop",
  ended: "Stopped",
  endTitle: "Stop a subscription",
  endNote: "This mail of the dashboard comes no more; other subscriptions stay.",
  endSubmit: "Stop it",
  endDone: "Stopped; nothing more is sent.",
  mail: {
    subject: "{whose}: dashboard of {day}",
    approved: "{alliance}\n{whose}, {from}–{to}, approved numbers only, {day}.",
    live: "{alliance}\n{whose}, {from}–{to}, with numbers in verification, {day}.",
    body: "{lines}\n\nDashboard: {link}\n\nNo more of this: {end}",
    endedSubject: "Dashboard mails have stopped",
    endedBody:
      "{alliance}\n\nYou have no right to read this dashboard any more, or its member has left the alliance; the subscription has ended.",
  },
};
