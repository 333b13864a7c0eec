import type { Translated } from "../translated";
import type { verification as zh } from "../zh-CN/verification";

export const verification: Translated<typeof zh> = {
  title: "Verification desk",
  description:
    "Riskiest first: weight × size × findings × waiting time. Results of your own organization, or entered by you, are not here.",
  tab: { verify: "To verify", approve: "To publish", published: "Published" },
  clean: "Findings",
  cleanOnly: "Without findings only",
  metric: "Metric",
  queue: "Queue",
  queueCaption: "Results that wait, riskiest first",
  risk: "Risk {risk}",
  why: {
    evidence: "a metric that needs evidence",
    size: "{size, select, 4 {a quarter of the year’s total or more} 3 {a tenth of the year’s total or more} 2 {a fiftieth of the year’s total or more} other {a small part of the year’s total}}",
    findings: "{count, plural, one {# finding} other {# findings}}",
    weeks: "{days, plural, one {waits # day} other {waits # days}}",
  },
  waiting: "Waiting {days} days",
  empty: "Nothing waits",
  emptyHint: "Once members hand results in, they stand here by their risk.",
  keys: "Keys: J next, K previous, V to the verify button, R to the reason for a return.",
  findings: "Findings",
  noFindings: "No findings",
  earlier: "Findings of earlier versions",
  strength: { block: "Must not pass", reason: "Needs a reason", info: "For information" },
  finding: {
    evidence_missing: "No evidence",
    evidence_reused: "The same file (same SHA-256) proves {count} other results",
    outside_membership: "The date lies outside the organization's membership",
    rate_above_hundred: "A rate above 100%",
    big_change: "Changed by more than 50% since the last one ({before}); now {now}",
  },
  before: "The last three",
  noBefore: "No approved result of this organization under the same metric before",
  samePaper: "The same evidence also proves",
  open: "Open the result",
  approve: "Approve and publish",
  approveConfirm:
    "It becomes public, and changes only by a correction or by taking the publication back. Publish?",
  approved: "Approved and published.",
  approveMany: "Approve the {count} of this page",
  whyNotApprove: "Somebody of the secretariat who neither verified nor entered it approves.",
  takeBack: "Take the publication back",
  takeBackReason: "Why it is taken back",
  takeBackDone: "Taken back; the result stays verified.",
};
