import type { Translated } from "../../translated";
import type { cooperating as zh } from "../../zh-CN/refusals/cooperating";

/** Of projects, money, colleges, platforms, open bids and talent. */
export const cooperating: Translated<typeof zh> = {
  "not-a-member":
    "{names}: not an active member of this alliance at present, so not possible as a partner. Check the organisation or ask the secretariat.",
  "project-wrong-state":
    "The project’s present state does not allow this. Refresh the page to see where it stands.",
  "party-already-answered":
    "Your organisation has already answered. To change that, talk to the lead organisation.",
  "project-incomplete":
    "Something required is still missing, so the project cannot be registered. See the check list.",
  "project-starts-later":
    "The project is agreed to begin on {day}; it can be started from that day on.",
  "not-a-party":
    "That organisation is not a party to this project. Check the list of parties first.",
  "project-not-registered":
    "This is possible only for a project that is registered and not closed.",
  "commitment-wrong-state": "This promise has been confirmed or cancelled already.",
  "commitment-other-organization":
    "The chosen promise belongs to another organisation. Check the promise or the organisation.",
  "commitment-not-confirmed":
    "This promise is not binding yet (or conditional, or cancelled). Confirm it by its agreement or resolution first.",
  "commitment-other-kind":
    "What arrived is of another kind than what was promised: cash and goods do not stand for each other.",
  "above-commitment":
    "Promised ¥{promised}, entered so far ¥{arrived}: this would be ¥{over} too much. Increase the promise first, or tick “above the promise” if more has simply arrived, and send again.",
  "voucher-used":
    "Voucher {voucher} has been entered already. To enter it anew after a reversal, add a number, for example {voucher}-2.",
  "same-person":
    "Different persons write, check, approve and post: you have done one of these steps already.",
  "already-reversed": "This entry has been reversed already; that is possible once.",
  "amount-too-large":
    "The amount is about {factor, number} times what is usual here (¥{usual}). Were yuan taken for ten thousands (wan yuan)? Check it; if it is right, tick “the amount is right” and send again.",
  "amount-too-small":
    "The amount is about one {factor, number}th of what is usual here (¥{usual}). Was an amount in ten thousands (wan yuan) typed where yuan are asked? Check it; if it is right, tick “the amount is right” and send again.",
  "schedule-sum":
    "The instalments add up to ¥{sum} and should be ¥{amount}: the promise less the instalments for which something was entered.",
  "valuation-differs": "By the rate or the hours given it would be ¥{computed}. Check the amount.",
  "milestone-elsewhere": "The chosen milestone is not one of this project. Choose again.",
  "over-allocated":
    "This is more than is left of the special fund. Check the amount, or the total of the fund.",
  "condition-open":
    "This promise is conditional: upload the proof that its condition is met to confirm it.",
  "not-raised":
    "The new amount must be above the present ¥{amount}: a promise is raised, never lowered.",
  "commitment-has-receipts":
    "Something has arrived on this promise or is under way. Give it back, reverse or reject it first.",
  "schedule-in-use": "Something was entered for every instalment: there is none left to plan anew.",
  "not-a-government": "Special funds are those of a government. Choose a government organisation.",
  "special-fund-exists": "This government has a special fund of that name in that year already.",
  "entry-in-future": "The day cannot be later than today.",
  "outside-project":
    "The day is outside of the project: from {from} to {to} is possible, including its settlement.",
  "year-closed":
    "The ledger year {year} is closed. Late entries are possible within their window, by the secretariat; after that a resolution is needed for a restatement.",
  "line-required": "This project has a budget: choose the line that this is spent from.",
  "line-other-kind": "Cash and goods have lines of their own: choose one of the same kind.",
  "line-passed":
    "Planned ¥{planned}, left ¥{left}: this passes the line by more than is allowed. Revise the budget first.",
  "line-over":
    "Planned ¥{planned}, left ¥{left}: this passes the line within what is allowed. Say why.",
  "instalment-held": "This instalment is released when the milestone “{milestone}” is accepted.",
  "settles-other-flow": "The chosen entry is of another kind, or reversed. Choose again.",
  "settles-too-much": "At most ¥{left} can still go back. Check the amount.",
  "entry-wrong-state":
    "The entry’s present state does not allow this. Refresh the page to see where it stands.",
  "foreign-fixed":
    "The yuan of an entry in another currency follow from its rate. Take it back and enter it anew.",
  "payee-missing": "Name the payee.",
  "answer-missing": "Answer what was asked, then hand it in again.",
  beneficiary:
    "The money goes to your own organisation: its people do not approve it. Another approver must.",
  overspent:
    "¥{left} can be spent, this takes ¥{wanted}. Wait for money to arrive, or ask the chair to allow an advance.",
  "overspent-meanwhile":
    "Another payment was posted a moment ago and there is too little left. Refresh the page.",
  "line-passed-meanwhile":
    "Another payment was posted a moment ago and the line is passed. Revise the budget first.",
  "second-approver-missing": "Two persons approve an amount like this one. The second has not yet.",
  "entry-settled": "Part of this entry has gone back already. Reverse what followed first.",
  "budget-open":
    "Version {number, number} of the budget still waits for a decision. Adopt it or give it back first.",
  "budget-decided": "This version of the budget has been decided. Refresh the page.",
  "below-spent": "¥{spent} were spent on “{task}” already: the new budget cannot be below that.",
  "advance-used": "¥{used} were spent ahead already: the advance cannot be below that.",
  "year-not-over": "The year {year} is not over.",
  "year-has-entries":
    "{pending, number} entries of {year} are under way. Post or reject them first.",
  "year-wrong-state":
    "The present state of the ledger year {year} does not allow this. Refresh the page.",
  "restatement-too-long": "The last day must be within 90 days from today.",
  "restated-already": "This resolution has been used for this year.",
  "offering-exists": "This school's programme is registered already.",
  "offering-missing": "This school has not registered the programme, so it cannot be adjusted.",
  "offering-closed": "This offering is closed; nothing is entered for it any more.",
  "college-of-another-school":
    "The school neither runs this industry college nor is one of its parties. Choose again.",
  "offering-of-another-school": "The offering belongs to another school.",
  "name-taken": "The name is taken; choose another one.",
  "pathway-not-possible": "This model does not lead from the one level to the other.",
  "pathway-in-agreement": "An agreement is about this pathway; it cannot be taken back.",
  "pathway-counted": "People went over by this pathway already; it cannot be taken back.",
  "pathway-above-quota": "More people than the places of a year; check the number.",
  "pathway-before-start": "That year lies before the pathway began.",
  "pathway-year-ahead": "That year has not come yet.",
  "pathway-exists": "This pathway is registered for the academic year already.",
  "stages-missing": "A modern apprenticeship needs its stages, for instance 1+1+1.",
  "stages-do-not-add-up": "The months of the stages do not add up to the course.",
  "course-missing": "Stages need the months of the whole course.",
  "demand-in-past": "The last day is past.",
  "match-in-hand": "{count} agreed matches are in hand; record their results or end them first.",
  "supply-exists":
    "The numbers of this offering and academic year are entered already; change them in the list.",
  "graduates-promised": "{count} graduates are promised, so the numbers cannot be given back.",
  "demand-not-open": "The demand is not open, or has expired.",
  "supply-not-published": "These numbers are not published yet.",
  "match-exists": "These two sides have a match in hand already.",
  "demand-overfilled": "That is more than the demand: {free} people are left.",
  "supply-overfilled": "That is more than the graduates: {free} are left.",
  "class-of-another-school": "The class belongs to another school.",
  "more-than-agreed": "No more can be hired than the {agreed} agreed.",
  "demand-not-confirmed": "The demand named is not confirmed, or was withdrawn.",
  "report-in-hand": "A report of this kind and year is in hand; publish or discard it first.",
  "issuer-unknown": "The issuer is not on the register.",
  "correction-needed": "An edition of this year is published; say what is corrected.",
  "year-to-come": "The year has not begun.",
  "agreement-needs-file": "Attach the document before it is checked.",
  "agreement-already-cleared": "It has been cleared; the parties seal it now.",
  "agreement-not-yet": "It begins on {day}; put it into force then.",
  "agreement-sealed-by-party": "This party has sealed it already.",
  "agreement-followed": "There is a renewal already; finish or end it first.",
  "agreement-overlaps": "A renewal begins after the agreement that it renews.",
  "day-in-future": "The day cannot lie ahead.",
  "platform-name-taken": "There is a platform named “{name}” already.",
  "platform-needs-recognition": "Enter the recognition before the approval.",
  "platform-recognised-that-day": "There is a recognition of that day already.",
  "platform-no-studio": "Only a master’s studio counts the eight skill levels.",
  "promotion-no-rise": "The new level has to be above the old one.",
  "promotion-known": "This studio already has a group called “{title}”.",
  "promotion-more-people": "There cannot be more people than at the step before.",
  "promotion-day-order": "The day cannot be before the day of the last step.",
  "promotion-needs-number": "Somebody was certified: enter the number of the certificates.",
  "platform-has-components": "The list has been started already.",
  "booking-ends-before-start": "The end must come after the beginning.",
  "booking-in-past": "A booking begins in the future.",
  "booking-too-long": "One booking takes 31 days at the most; book the rest by itself.",
  "booking-too-far": "A booking begins within 180 days.",
  "booking-wrong-state":
    "This booking has been answered or cancelled already; load the page again.",
  "booking-over": "The time of this booking is over.",
  "equipment-not-open": "This equipment is not open to others at present.",
  "equipment-taken": "All {count} pieces are booked at that time. Choose another time.",
  "bookings-stand":
    "{count, plural, one {# booking is} other {# bookings are}} not over. Suspending keeps or cancels them; closing cancels them, with a reason in the note.",
  "equipment-booked":
    "{count} bookings are not over yet. Cancel them before the equipment is taken out of use.",
  "equipment-retired": "This equipment has been retired already.",
  "component-needs-name": "Name it before it is done.",
  "component-needs-evidence": "What is done needs its evidence.",
  "pairing-unit-taken": "This college is paired with “{name}” on that day or later.",
  "pairing-park-taken": "This park is paired with “{name}” on that day or later.",
  "pairing-no-park": "One side of a pairing has to be a park.",
  "pairing-ended": "This pairing has ended already.",
  "pairing-not-then": "The pairing does not cover that day.",
  "placement-call-exists": "There is a call of this title already.",
  "placement-call-closed": "The call is not open today.",
  "placement-known": "“{reference}” has applied in this call already.",
  "college-name-taken": "There is a college named “{name}” already.",
  "college-no-school": "The leading school has to be one of the parties.",
  "college-party-gave": "A party that has given something cannot be left out.",
  "college-has-opinion": "The school’s opinion has been entered already.",
  "college-not-ready":
    "{count, plural, one {# condition is} other {# conditions are}} still open; see the conditions.",
  "college-other-resolution":
    "This resolution cannot be cited: it has to be a council’s, still stand, and name “{name}” in its title or text.",
  "college-resolution-used": "This resolution has approved another college.",
  "college-needs-note": "Please give a note.",
  "college-needs-agreement":
    "First seal an agreement of the kind “industry college” about this college.",
  "college-needs-renewal": "First renew its agreement and put it into force.",
  "college-needs-exit-agreement": "First seal an exit agreement about this college.",
  "college-no-board":
    "This body cannot be its board: it has to be a college board that stands and serves no other college.",
  "contribution-confirmed": "This contribution has been confirmed and does not change.",
  "review-year-ahead": "A year to come cannot be reviewed.",
  "review-exists": "The review of {year} has been submitted already.",
  "review-needs-items": "C and D need points to mend.",
  "review-needs-no-items": "A and B have no points to mend.",
  "review-item-past": "The day of a point has to lie ahead.",
  "item-accepted": "This point has been accepted already.",
  "item-not-reported": "The party has not reported it yet.",
  "project-needs-review":
    "By the table of powers experts are heard first about a project of this amount.",
  "decision-open": "A question is waiting for its decision already; deal with it first.",
  "decision-missing": "Nothing has been put to a decision yet.",
  "own-project": "You registered this project; another person decides about it.",
  "resolution-needed":
    "By the table of powers the committee or the council decides; choose its resolution.",
  "resolution-does-not-fit":
    "This resolution is not about this project, is not of a body that stands high enough, is repealed, or was used for another decision.",
  "powers-already-proposed": "A table of powers is waiting for its confirmation already.",
  "already-decided": "This has been decided already; load the page again.",
  "milestone-wrong-state":
    "This cannot be done in the milestone's present state; load the page again.",
  "milestone-stays":
    "A milestone that was to be dropped has been handed in, accepted or paid since: it stays. Reject this change; it can be asked for anew.",
  "milestone-outside":
    "A milestone lies between the first and the last day of the project, {from} and {to}.",
  "evidence-for-each": "Hand in one piece of evidence for each criterion.",
  "quarter-ahead": "This quarter has not begun.",
  "quarter-reported": "This quarter has been reported already and stays as it was.",
  "nothing-changes": "Nothing would change.",
  "project-change-open": "A change of the same kind is waiting for its decision.",
  "already-a-party": "This organization is a party already.",
  "odd-number-needed": "Choose an odd number of experts, at least three, each once.",
  "not-an-expert": "A chosen person is not an expert of this alliance.",
  "expert-of-a-party":
    "{names}: near a party (organization, group or declared interest), so not an expert here.",
  "panel-open": "Another panel has not been closed.",
  "panel-closed": "The panel is closed.",
  "already-on-panel": "This expert sits in the panel already.",
  "already-declared": "You have declared so already.",
  "declare-first": "First declare whether you have a conflict of interest.",
  "scores-are-in": "All scores are in; they stay as they are.",
  "sheet-incomplete": "Give points for every criterion, not more than its most.",
  "vote-needed": "An acceptance needs your vote.",
  "panel-not-full":
    "An odd number of experts without a conflict, at least three, is needed; add an expert.",
  "scores-missing": "Not every expert has handed in the scores.",
  "rework-needed": "A rework needs a list with dates.",
  "already-done": "This has been done already.",
  "milestones-open": "Milestones neither accepted nor waived: {names}.",
  "rework-open": "Lines of the rework list still open: {count}.",
  "year-ahead": "This year has not begun, or lies behind the years to follow.",
  "year-reported": "This year has been reported already.",
  "follow-up-goes-on": "It reports until {year}; it is put away after that.",
  "answer-days-run": "The {days} days for an answer have not passed.",
  "answer-link-used": "This link has been used.",
  "credits-not-whole": "The shares of the alliances make 100 %.",
  "credits-without-own": "The shares include this alliance.",
  "alliance-unknown": "An alliance was not found.",
  "nothing-offered": "No share has been offered to this alliance.",
  "call-wrong-state": "The call has moved on; please reload the page.",
  "call-needed-too-soon": "The day it is needed must lie ahead.",
  "call-incomplete": "Indicators or the source of money are missing; complete the draft first.",
  "call-without-opinion": "No expert has given an opinion yet.",
  "call-reissued-already": "The call has been re-issued once already.",
  "call-extended-already": "The deadline has been extended once already.",
  "call-closes-in-past": "The deadline for bids must lie ahead.",
  "call-not-closed": "The deadline for bids has not passed yet.",
  "call-not-restricted": "The details of this call are public; nothing is to be signed.",
  "call-unpaid": "The contract is not paid: RMB {promised} promised, {received} received.",
  "too-few-bids": "There are {count} sealed bids; {least} are needed.",
  "enough-bids": "There are {count} sealed bids, enough to open them.",
  "opener-twice": "You were the first opener; another person must be the second.",
  "opener-of-bidder": "Your unit takes part in this call; you may not open its bids.",
  "bid-seal-broken":
    "The seals of {count} bids do not open; nothing was changed. Ask the administrator to check the server's secret.",
  "bid-late": "Bids closed at {closed}; it is {now}. The bid was not taken.",
  "bid-own-call": "The enterprise that posts a call does not bid for it.",
  "bid-needs-undertaking": "Sign the confidentiality undertaking first.",
  "bid-affiliated":
    "Your unit is tied to the enterprise (one group, sponsor or declared interest) and cannot bid.",
  "bid-above-budget": "The quote is above the budget of RMB {budget}.",
  "bid-dates-outside":
    "Milestones are due after today and no later than {until}, when the enterprise needs the result.",
  "bid-file-not-yours": "The file is not of this call or not of your unit; upload it again.",
  "bid-none": "There is no bid to withdraw.",
  "bid-not-ranked": "This bid has no rank and cannot be chosen.",
  "expert-conflicted": "The expert is tied to {names} and has to step back.",
  "expert-assigned-already": "The expert is assigned already.",
  "expert-declared-already": "You have declared already.",
  "expert-not-clear": "Declare first that nothing ties you.",
  "expert-has-judged": "It was handed in already and is not changed.",
  "criteria-incomplete": "Fill in every line.",
  "not-far-apart": "Sheets are missing, or the spread is not above 20 points.",
  "too-few-experts": "There are {count} experts without a conflict; {least} are needed.",
  "sheets-missing": "{count} sheets are missing.",
  "bids-far-apart": "{count} bids have a spread above 20 points and must be discussed first.",
  "no-bid-to-rank": "There is no bid to rank.",
  "call-notice-too-short": "The notice runs until {day} at least.",
  "call-notice-runs": "The notice runs until {day}; it can be ended from the next day on.",
  "call-notice-over": "The notice ended on {day}.",
  "objection-open": "{count} objections are not answered yet.",
  "objection-answered": "The objection has been answered.",
  "objection-own": "You cannot answer your own objection.",
  "objection-of-choice": "Somebody else than who chose has to answer.",
  "contract-above-quote": "The amount is above the quote of RMB {quote}.",
  "contract-dated-ahead": "The day of signing cannot lie ahead.",
  "accept-own-signature": "Somebody else than who signed has to accept.",
  "indicator-unmet":
    "{count} indicators are missed: say why it is accepted nevertheless, or ask for rework.",
  "list-item-ended": "The line has been taken off.",
  "list-not-technology": "Only a technology demand becomes a call.",
  "list-lacks-budget": "Category, budget and the day it is needed are missing.",
  "list-called-already": "A call was made of this line already.",
};
