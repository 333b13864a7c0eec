import type { Translated } from "../../translated";
import type { verifying as zh } from "../../zh-CN/refusals/verifying";

export const verifying: Translated<typeof zh> = {
  "finding-needs-reading":
    "“{title}” has findings and is not approved in bulk. Open it, read them and approve it on its own.",
  "finding-blocks": "It has a finding that nothing passes. Send it back for completion.",
  "finding-needs-reason":
    "There are findings, or the paper’s date lies outside the period, or it does not name the organization. Give a reason to pass them over, or send it back.",
  "evidence-gone": "The evidence was withdrawn or has expired. It must be replaced first.",
  "held-above":
    "“{above}” is approved and uses this number. What stands above is taken back first.",
  "evidence-none": "This result has no evidence.",
  "evidence-ended-already": "This paper is marked as ended already.",
  "period-order": "The last day cannot lie before the first.",
  "sample-empty": "The period has no verified results to draw from.",
  "sample-too-large":
    "That would draw {count} results; one sample holds {most} at most. Take a shorter period or fewer per cent.",
  "seed-used": "This seed was used before. Take another one.",
  "sample-closed": "This sample is closed.",
  "finding-stands": "This result has its finding, which is not changed any more.",
  "visit-first": "Record the site visit to this result first.",
  "note-missing": "Say what was found, unless it is confirmed.",
  "findings-open": "{count, plural, one {# result has} other {# results have}} no finding yet.",
  "visit-other-organization": "Some of these results do not belong to the organization visited.",
  "certificate-wrong-state": "This certificate has moved on. Please read the page again.",
  "certificate-year-ahead": "Nothing can be certified of a year to come.",
  "certificate-not-an-enterprise": "The organization that benefited must be an enterprise.",
  "certificate-own-claimant":
    "The enterprise itself may always report on it: leave the other member empty.",
  "certificate-not-a-member": "The enterprise and the reporting member must both be members today.",
  "certificate-no-contact":
    "Nobody can seal it: this enterprise has no account of a contact. Please open one first.",
  "certificate-own-claim":
    "You also belong to the member that reports on it: another contact of the enterprise must seal it.",
  "certificate-sealed-already":
    "For {year} and the same project this enterprise has a sealed certificate already; that one is withdrawn first.",
  "certificate-not-sealed": "This certificate is not sealed, or was withdrawn.",
  "certificate-other-metric": "Only economic benefit and new output rest on a benefit certificate.",
  "certificate-not-yours": "This certificate does not name this member.",
  "certificate-other-year": "The certificate is about {year}, the result about another year.",
  "certificate-exceeded":
    "More than the certificate says: {left} (10,000 RMB) may still be reported.",
  "certificate-other-project": "The certificate was sealed for another project.",
  "certificate-other-enterprise":
    "The certificate is by {enterprise}, and the result names another enterprise.",
};
