import type { Translated } from "../../translated";
import type { reporting as zh } from "../../zh-CN/refusals/reporting";

/** Of results, reports, targets and evaluations. */
export const reporting: Translated<typeof zh> = {
  "set-in-force": "This version is in force and cannot be changed. Draft the next one.",
  "set-not-in-force": "Only a version in force can be followed by the next one.",
  "set-exists": "This set exists already. Open it and draft its next version.",
  "set-in-hand": "This set has a draft already. Put it into force or delete it first.",
  "registry-empty": "The registry of metrics is empty. Please ask an administrator.",
  "code-taken": "This code is in use.",
  "aggregation-of-kind":
    "This does not fit the kind: ratios come from their parts, yes/no and text are not put together.",
  "unit-missing": "A number needs its unit.",
  "too-deep": "The tree has three levels at most.",
  "kind-has-children":
    "What has indicators below it is a heading and is not answered; what is answered has none below it.",
  "set-empty": "There is no indicator yet.",
  "weights-missing": "Below “{code}” some have a weight and some have none.",
  "weights-sum": "The weights below “{code}” do not add up to 100%.",
  "leaf-without-kind": "“{code}” has neither indicators below it nor a kind.",
  "kind-with-children": "“{code}” has indicators below it and cannot be answered itself.",
  "part-of-unknown": "“{code}” is part of an indicator that is missing or not answered.",
  "level-count": "Level {level} has {found}; the document says {expected}.",
  "rule-unknown-code": "A check names “{code}”, which the set does not ask for.",
  "valid-from-taken": "It must come into force later than the version before it.",
  "sheet-without-headings":
    "The first row must hold the headings, and a necessary one is missing. Please begin from the template.",
  "cycle-exists": "This set has a cycle for this period already.",
  "cycle-not-open": "The cycle has not opened yet.",
  "cycle-closed": "The cycle is closed. Ask the secretariat for a dated exception.",
  "cycle-approved": "The alliance has approved this cycle. Take that approval back first.",
  "obligation-ended": "The organization has left and reports no more.",
  "obligation-exempt": "The organization is exempt in this cycle.",
  "nothing-owed": "The organization is exempt or has left; there is nothing to do.",
  "checks-block": "{count} cells are to be mended (such as {code}) before it can be submitted.",
  "reasons-missing": "{count} cells need a reason (such as {code}); write it at the cell.",
  "nil-with-values": "There are numbers in it, so it is not a nil report.",
  "cell-unknown": "A returned cell is not part of this report. Please reload.",
  "cells-unseen": "{count} cells have not been looked at.",
  "members-not-approved": "{count} members are neither approved nor exempt.",
  "exception-in-past": "The exception must last until today or later.",
  "duplicate-batch":
    "A training of this course, dates and place is there already: {key}. Open it and add to it.",
  "partner-not-a-member": "The partner must be a member today, and not the reporting unit itself.",
  "attendees-unreadable":
    "{count, plural, =0 {No identity number was found} one {# line is no valid identity number (line {rows})} other {# lines are no valid identity numbers (lines {rows})}}. Please check and paste again.",
  "not-a-table":
    "This file is no readable .xlsx or .csv table. Save it again with Excel or WPS and upload it.",
  "attendees-rows":
    "{count, plural, one {# row} other {# rows}} cannot be taken, so nobody was. {missing, select, none {} other {No identity number in row {missing} (split merged cells first). }}{rounded, select, none {} other {Kept as a number, its last digits lost, in row {rounded}: set the cell to text and enter it again. }}{wrong, select, none {} other {No valid identity number in row {wrong}. }}",
  "attendees-column-unknown": "No column of identity numbers was found. Call it “ID number”.",
  "attendees-columns":
    "{count} columns look like identity numbers. Call only the participants' one “ID number”.",
  "attendees-too-many": "A training has at most {most} people.",
  "attendees-without-number": "Report the number of people first.",
  "attendees-differ":
    "The list names {found} people, the training reports {persons}. Please check.",
  "attendees-closed": "The number of people is verified; its list stays.",
  "part-of-training": "This result comes from a training; correct it there.",
  "batch-closed": "Nothing of it was returned, and no number is added.",
  "batch-facts-closed":
    "Some results are submitted or verified, so course, dates and place stay. Ask the secretariat to return all of them.",
  "batch-number-closed":
    "This number is submitted or verified and stays. Ask for a correction if it is verified.",
  "batch-number-stays": "A reported number cannot be emptied, nor can public benefit be taken off.",
  "metric-not-reported": "This metric is computed and not reported.",
  "evidence-missing": "This metric needs evidence; upload the file.",
  "result-in-future": "The date cannot be later than today.",
  "key-missing": "Enter the number (patent, standard …); one number counts once.",
  "one-result-per-record": "Register these results one by one, each with the value 1.",
  "fraction-of-a-thing": "This metric counts whole things; leave out the decimals.",
  "below-adjusted":
    "The new number is below what was taken off as a duplicate. Deal with the duplicate first, then correct.",
  "duplicate-result":
    "Your organization has reported {key} already. A higher level is reported as an upgrade, new money as a continuation; nothing else is reported twice.",
  "claimed-by-another":
    "{organization} has reported {key}. If it is a joint result, propose a co-claim.",
  "key-incomplete":
    "The key is incomplete: a contract needs its parties, an award or a case its issuer and level.",
  "not-the-last-of-its-chain": "This result has a later record already; go on from the last one.",
  "level-not-higher": "An upgrade has a higher level than the record before it.",
  "not-new-money":
    "A continuation has the same key, and a date that is not before the earlier record.",
  "adjusted-already": "Something was taken off this record, so its number stays.",
  "pair-one-thing": "A thing that counts singly is the same or another one, never in part.",
  "pair-amount-missing": "Enter what counts twice; it is above zero.",
  "pair-amount-too-large":
    "What counts twice is below what the later record counts; if it is all of it, they are the same.",
  "pair-counts-nothing": "The later record counts nothing any more; it can only be different.",
  "co-claim-open": "A co-claim is not settled yet.",
  "co-claim-disputed":
    "A co-claim was refused; the secretariat decides it before the result is verified or published.",
  "co-claim-denied": "The secretariat has denied this co-claim.",
  "co-claim-overdue": "The last day to answer was {day}; the secretariat decides now.",
  "co-claim-not-due": "The other side may answer until {day}; after it the secretariat decides.",
  "share-too-large": "The share must be below the {left}% that the lead has.",
  "shares-already": "This organization owns a part already.",
  "answer-needs-reason": "A refusal needs its reason; the secretariat decides by it.",
  "answer-own-proposal":
    "Nobody answers the own proposal; somebody else of your organization does.",
  "correction-open":
    "A correction of this result is already under way. Look it up in the list of corrections and ask again once it is decided.",
  "correction-changes-nothing":
    "Nothing would change. Give a new number, date or key, or tick that the result counts no more; one of the two.",
  "record-changed":
    "The result has changed since the request (it may have been published). Refuse this one and ask again about its present state.",
  "own-figure":
    "Nobody verifies a result of their own or of their organization; ask a colleague of the secretariat.",
  "alert-set-already": "The same alert is set already.",
  "too-many-alerts": "No more than {most} alerts; switch off those that are not needed first.",
  "alert-number-not-divided":
    "This number is not divided by the chosen filters; choose another one, or take the filters away.",
  "alert-seen": "This alert was marked as seen already.",
  "alert-over": "This alert is over.",
  "subscribed-already": "This view is subscribed to already, as often.",
  "too-many-subscriptions":
    "No more than {most} subscriptions; stop those that are not needed first.",
  "target-metric-not-reported": "Members do not report this metric, so it takes no target.",
  "target-not-a-member": "Targets are set for members of today only.",
  "target-proposed-already":
    "A target for the same metric, year and member already waits for the chair.",
  "target-same": "The target in force is this very number.",
  "target-decided": "This target has been dealt with. Reload to see how.",
  "target-own-proposal": "Nobody agrees to an own proposal.",
  "target-resolution-does-not-fit":
    "This resolution does not exist or no longer holds. Choose another.",
  "scheme-published": "A published scheme is never changed. Begin its next edition.",
  "scheme-not-published": "The scheme is not published.",
  "scheme-draft-exists": "There is a draft of the next edition already.",
  "scheme-not-whole": "{count} things keep it from being published; see the checks.",
  "indicator-code-taken": "The code “{code}” is used in this scheme already.",
  "indicator-no-heading": "Indicators stand below headings, three levels deep at most.",
  "indicator-has-children": "Indicators stand below it; move or remove them first.",
  "metric-unknown": "There is no such metric.",
  "evaluation-same-person": "You took the step before; somebody else takes this one.",
  "evaluation-year-ahead": "That year has not begun.",
  "evaluation-due-past": "The last day of self-evaluation lies in the past.",
  "evaluation-exists": "{year} is evaluated by this edition already.",
  "evaluation-no-subjects": "There is nobody to evaluate.",
  "evaluation-wrong-state": "The evaluation has moved on; please reload the page.",
  "evaluation-self-open": "{count} have not handed in, and there is time left.",
  "evaluation-unverified": "{count} values are not verified yet.",
  "evaluation-experts-missing": "Every subject needs {least} experts without a conflict.",
  "evaluation-sheets-missing": "{count} sheets or declarations are still to come.",
  "evaluation-veto-open": "{count} vetoes wait for a second person.",
  "evaluation-tasks-missing": "{count} subjects with C or D have no task of rectification.",
  "evaluation-tasks-open": "{count} tasks of rectification are not accepted yet.",
  "evaluation-conclusion-missing": "Say what the follow-up came to.",
  "evaluation-objections-run": "Objections may be raised until {day}; it is ratified after that.",
  "evaluation-objections-open": "{count} objections are not answered.",
  "evaluation-resolution-unfit":
    "This resolution does not fit: it must be of a council, adopted since the result was drawn up, in force, name “{title}”, and ratify nothing else.",
  "evaluation-motion-unfit":
    "This vote does not fit: it must be of a council, taken since the result was drawn up, not carried, and name “{title}”.",
  "evaluation-self-late": "Self-evaluation closed on {day}.",
  "evaluation-self-handed-in": "It is handed in; only a return opens it again.",
  "evaluation-self-empty": "Save something first.",
  "evaluation-value-computed":
    "This is not typed: it is computed, marked by experts, or decided as a veto.",
  "evaluation-expert-tied": "Something ties this expert to the subject.",
  "evaluation-expert-there": "This expert has been asked already.",
  "evaluation-expert-done": "This expert owes no sheet: there is nothing to take away.",
  "evaluation-declared": "It is declared and stays.",
  "evaluation-not-clear": "Declare no conflict first.",
  "evaluation-scored": "The sheet is handed in and stays.",
  "evaluation-sheet-incomplete": "Mark every criterion, no more and no fewer.",
  "evaluation-veto-there": "This has been found already.",
  "evaluation-objections-over": "Objections closed on {day}.",
  "evaluation-answered": "This objection is answered.",
  "evaluation-not-corrected":
    "An objection does not change this one: experts’ marks and levels stand.",
  "edition-exists": "The annual report of {year} has begun already.",
  "edition-due-order": "Chapters cannot be due later than the report itself.",
  "section-has-author":
    "This chapter has a text; it cannot go to another unit. Send it back instead.",
  "section-empty": "Write and save a text first.",
  "edition-own-text": "You wrote, handed in or signed part of this; somebody else must do it.",
  "edition-other-seat": "This signature is not yours: the secretariat signs first, then the chair.",
  "number-not-frozen":
    "The text names numbers that are not frozen: {codes}. Choose them from the list.",
  "small-numbers-open":
    "What everybody will read still tells {count} numbers of fewer than five persons: change each, or let it stand with a reason.",
  "small-number-gone": "These words have changed: read the page again.",
  "small-number-confirmed": "Somebody let this number stand already: read the page again.",
  "sections-open": "{count} chapters are not accepted yet.",
  "review-open": "The secretary-general and the chair have not both signed yet.",
  "edition-other-resolution":
    "This resolution does not fit: the council must have adopted it after the review, it must name “{title}”, and it must be in force.",
  "resolution-used": "This resolution has approved another annual report.",
  "day-to-come": "The day cannot lie in the future.",
  "case-no-consent": "Tick the consent to publish first.",
  "case-own": "You wrote or handed in this case: another person decides.",
  "case-edition-closed": "This annual report is under review: its cases stay as they are.",
  "case-source-not-approved":
    "The results cited must be approved results of the same unit. Check them.",
};
