import type { Translated } from "../../translated";
import type { governing as zh } from "../../zh-CN/refusals/governing";

/** Of bodies, meetings, votes, minutes and what follows from them. */
export const governing: Translated<typeof zh> = {
  "already-member": "This organization is already a member.",
  "application-open":
    "An application with this credit code is being handled. Open it with the case link given at submission; the secretariat can issue a new link.",
  "not-in-register": "Link the organization in the register, or create it there, first.",
  "credit-code-differs":
    "The credit code is not the one of the application. Check the organization.",
  "organization-not-active": "This organization was merged or dissolved. Choose an existing one.",
  "lapse-not-due": "The time to answer is not over: it can be closed as lapsed from {day}.",
  "resolution-not-for-application": "This resolution does not admit this applicant.",
  "meeting-in-future": "The meeting has not begun yet, so it cannot be recorded.",
  "meeting-already-recorded":
    "A meeting of this body at this time is recorded already; see the list of meetings.",
  "attendance-incomplete":
    "The attendance does not match the seats held on that day. Open the form again and fill in every seat.",
  "paper-missing": "The signed paper was not found. Upload it again.",
  "no-rule-in-force":
    "Item {item}: no voting rule for this kind of matter was in force on that day.",
  "votes-exceed-present": "Item {item}: votes and recusals together exceed those present.",
  "contradiction-needs-reason":
    "Item {item}: the result on paper differs from what the rule gives. State why.",
  "application-needs-membership-matter":
    "Item {item}: an application is decided as a membership matter.",
  "application-not-recommended": "Item {item}: this application does not wait for the council.",
  "application-twice": "Item {item}: one application belongs to one item only.",
  "effective-before-adoption": "Item {item}: nothing takes effect before the meeting decided it.",
  "file-not-yours": "Upload the evidence yourself.",
  "effect-not-possible":
    "The resolution cannot take effect as it stands. See to what is missing, or let it have no automatic effect.",
  "effect-without-vote":
    "A report brings nothing about. Make it an item to decide, or leave the effect empty.",
  "effect-needs-membership":
    "Members are admitted by a vote on membership. Choose that class of matters.",
  "effect-needs-special":
    "Members are expelled by a special majority. Choose special matters as the class.",
  "not-there-then": "The seat was not there at this time. Look at its presence.",
  "departure-in-future": "A departure cannot be later than now.",
  "matter-missing": "An item to be voted on needs its class of matters, so that its rule is known.",
  "conflict-unanswered":
    "This seat may have a conflict of interest in the item and has not answered yet. Declare that there is none, or step back: papers and ballot open with “no conflict”. It can also be said aloud and recorded by the secretariat.",
  "conflicts-unanswered":
    "{count, plural, one {# seat has} other {# seats have}} not said whether there is a conflict of interest. Hands cannot be told apart: let them answer first, or record what they say aloud.",
  "seats-changed":
    "Seats have changed since the meeting opened. Freeze the seat list anew, with the reason, under “Course of the meeting”; if the list stays, say why.",
  "conflict-undecided":
    "{count, plural, one {# challenge} other {# challenges}} of a conflict of interest on this item must be decided before the vote.",
  "item-frozen":
    "The notice is out: how an item is handled and its class of matters stay. Withdraw it and add another.",
  "agenda-empty": "The agenda is empty. Add at least one item before sending the notice.",
  "meeting-in-past": "This time has passed. Choose one to come.",
  "place-missing": "Enter the place (for a meeting online, the link) before sending the notice.",
  "no-rule-for-notice":
    "This body has no rule for ordinary matters in force. Set it under “Rules” first.",
  "nobody-to-call": "Nobody holds a voting seat of this body: there is no one to call.",
  "notice-too-late":
    "The rule asks for {days} days, by {day} at the latest. To send it now, give the reason for the shorter notice.",
  "paper-there": "This paper is with the item already.",
  "other-body": "The proposal was made to another body. Choose a meeting of that body.",
  "not-online": "This meeting is held in a room; nobody takes part online.",
  "code-wrong":
    "The code is wrong or has been renewed. Scan the one on the wall again, or ask the staff.",
  "seat-vacant": "The seat is vacant: there is nobody to check in.",
  "seat-taken": "Somebody has checked in for this seat. The staff can switch the person.",
  "two-seats":
    "You have checked in for another seat. The rule allows one seat for each person: leave the other first.",
  "not-there": "Nobody is there for this seat, or the person cannot chair. Reload the page.",
  "proxies-barred": "The rules of this body do not allow proxies.",
  "seat-without-vote": "Principal and holder must be two seats with a vote.",
  "proxy-other-organization": "The rule allows proxies only within the same organization.",
  "principal-there": "The principal is present: no proxy is needed.",
  "proxy-exists": "This seat has a valid proxy. Take it back first.",
  "proxy-chain":
    "A proxy cannot be passed on: the holder has given its own, or the principal carries one.",
  "proxy-cap": "The rule allows {max} proxies for each holder; this holder has them all.",
  "own-proxy":
    "A proxy is recorded by one person and accepted by another: ask a colleague or the chair.",
  "proxy-used": "The holder has voted with this proxy. It cannot be taken back.",
  "check-in-too-early": "Check-in begins {hours} hours before the meeting at the earliest.",
  "no-quorum": "There is no quorum: {needed} seats are needed, {present} are here.",
  "no-chair": "Nobody who is here can chair the meeting.",
  "vote-open": "A vote is still running. Finish it first.",
  "items-undecided": "{count} items have no outcome. Mark each as heard or deferred, then close.",
  "wait-first": "The rule asks to wait until {time} before a meeting is declared inquorate.",
  "quorum-there": "There is a quorum: the meeting cannot be declared inquorate.",
  "called-already": "A second call exists already. Open that meeting.",
  "own-conflict": "You cannot record the decision about your own seat.",
  "interest-relied-on":
    "A conflict or a vote relied on this entry on {day}; it cannot end before that day.",
  "interest-with-oneself": "An interest ties one organization to another one.",
  "interest-needs-organization": "Choose the member organization that it is about.",
  "interest-ended": "This entry has ended already.",
  "rule-draft-open": "This body already has a draft of rules. Finish that one first.",
  "rules-own-draft":
    "A draft is put in force by another member of the secretariat or by a resolution, not by the person who proposed it.",
  "rules-not-founding":
    "This body already has rules: a second person or a resolution puts the new ones in force.",
  "rules-not-retroactive": "New rules do not reach back: the first day must be today or later.",
  "rules-unchanged":
    "The draft says the same as the rules in force; there is nothing to put in force.",
  "rule-without-article": "{count} classes of matters do not name their article yet.",
  "article-not-adopted": "The document of that article has not been adopted yet.",
  "resolution-not-in-force": "That resolution was repealed, superseded or is under review.",
  "rule-starts-too-early": "The new version must begin after the former one ({day}).",
  "document-exists":
    "There is already a document “{title}” of this kind. Begin its next version instead.",
  "document-draft-open": "This document already has a draft of its next version.",
  "document-empty": "The document has neither articles nor a file.",
  "charter-in-force": "There is a charter in force. Begin its next version instead.",
  "document-starts-too-early": "The day must be after {day}, the first day of the former.",
  "former-version-ended": "The version that this draft follows is no longer in force.",
  "adoption-in-future": "The day of adoption cannot be in the future.",
  "articles-unclear": "Article {numbers} appears twice. Check the numbers and paste again.",
  "no-articles": "No numbered article was found in the text.",
  "article-number-taken": "There is already an article {number}.",
  "no-rule-for-matter":
    "No rule for this class of matters was in force on the day of the meeting. Add it to the rules of procedure first.",
  "secret-required": "The rule asks for a secret ballot on this class of matters.",
  "vote-running": "A vote on this item is already prepared or running. End it first.",
  "revote-needs-reason": "This item has been voted on. Choose the reason for voting again.",
  "revote-reason-does-not-fit":
    "The reason does not fit what became of the vote before. Choose another one.",
  "procedural-majority-first":
    "Voting again on new facts in the same meeting needs a procedural majority first.",
  "block-not-possible":
    "Only votes of the same meeting, method and class of matters that have not begun can be put together.",
  "not-in-block": "This item is not part of a block.",
  "quorum-missing": "No quorum: {needed} seats needed, {count} there. The vote cannot be opened.",
  "group-quorum-missing":
    "“{name}” is short: {needed} seats needed, {count} there. The vote cannot be opened.",
  "too-few-for-secret":
    "Only {count} seats can vote, fewer than {least}: a secret ballot could be guessed. Vote by name or by hands.",
  "too-few-cast-in-secret":
    "Only {count} ballots are in the box, fewer than {least}: opening it now would show who chose what. Wait for more, or abort this vote.",
  "mail-not-allowed":
    "The rule does not allow this class of matters to be decided by correspondence.",
  "mail-window-too-short": "The rule asks for at least {hours} hours to reply.",
  "mail-is-not-by-hands":
    "A correspondence vote cannot be a show of hands. Vote by name or secretly.",
  "nobody-may-vote": "No seat could vote.",
  "vote-closed": "The vote is over; your ballot was not counted.",
  "wrong-method": "This vote is not taken in this way. Reload the page.",
  "not-present": "The seat, or whoever carries its proxy, is not there. Check in first.",
  "seat-recused": "The seat has stepped back from this item and cannot vote.",
  "proxy-has-cast": "The proxy has voted for this seat; that ballot stands.",
  "already-cast": "This seat has voted. A secret ballot cannot be changed.",
  "one-seat-only": "You have voted in another seat. By the rule one person casts one vote.",
  "paper-entered":
    "The paper ballot of this seat has been entered; it cannot vote online any more.",
  "page-missing": "The scanned page cannot be found. Please upload it again.",
  "own-signature": "Sign for yourself on this page; nobody enters their own signature as paper.",
  "scan-missing": "The scan of the ballot was not found. Upload it again.",
  "own-paper":
    "Whoever entered a paper cannot confirm it. Ask another person of the secretariat to read it.",
  "paper-differs": "This differs from the first reading. Look at the paper together.",
  "count-exceeds-present": "{count} in total, more than the {electors} seats that can vote.",
  "two-counted": "Two people have counted already.",
  "counts-missing": "A show of hands is counted by two people; {count} so far.",
  "counts-differ": "The two counts differ. Count again before closing.",
  "papers-unconfirmed": "{count} paper ballots wait for a second reading.",
  "replies-outstanding": "{count} seats have not replied; the vote cannot end before its time.",
  "no-deadline": "This vote has no end to be moved.",
  "extended-already": "This vote has been extended once already.",
  "no-casting-vote": "There is no casting vote: no tie, no such rule, or a secret ballot.",
  "nobody-chairs": "Nobody is in the chair's seat. Name another chair first.",
  "result-stands":
    "The vote is counted: its result is declared first. What went wrong is a reason to void it or to object afterwards.",
  "casting-vote-missing":
    "Votes are equal: by the rule the chair casts the deciding vote before the result is declared.",
  "declared-by-oneself": "Whoever declared a result cannot void it. Ask another person.",
  "challenged-already": "An objection to this result is waiting for its answer.",
  "not-challenged": "No objection to this result waits for an answer.",
  "own-challenge": "Whoever objected cannot give the answer.",
  "not-by-mail": "Only during a correspondence vote can a live meeting be demanded.",
  "rules-vote-open": "A meeting or a vote of this body is going on. Rules change after it.",
  "event-in-future": "The day cannot lie after today nor before the adoption.",
  "event-needs-resolution": "Name the resolution that amends, supersedes or repeals it.",
  "event-needs-reason": "Give the reason.",
  "resolution-of-itself": "A resolution cannot act upon itself.",
  "resolution-not-later": "The resolution must come later, from the same body. Choose another one.",
  "tasks-open": "Some tasks are unfinished. Accept or drop them first.",
  "due-in-past": "The due day cannot lie before today.",
  "person-unknown": "Choose an owner among the people of this alliance.",
  "not-a-member-organization": "The organization must be a member of this alliance.",
  "resolution-repealed":
    "This resolution was repealed or superseded; nobody is admitted on its strength any more.",
  "resolution-over": "This resolution has ended and gives no more tasks.",
  "own-task": "Whoever owns or reported the task cannot accept it. Ask a colleague or the chair.",
  "nothing-changed": "Neither owner, organization nor day was changed.",
  "meeting-not-closed": "The meeting has not ended; minutes come after it.",
  "minutes-exist": "The minutes of this meeting were drafted already. Reload the page.",
  "objection-too-late": "Objections were taken until {day}.",
  "new-text-missing": "To accept an objection, write the paragraph as it reads from now on.",
  "objections-open": "{count} objections wait for an answer.",
  "objection-period-runs": "Objections are taken until {day}; confirm after that.",
  "signatures-missing": "{signed} have signed; the rule asks for {needed}.",
  "confirmation-needs-resolution":
    "By the rule the next meeting confirms the minutes. Name its resolution.",
  "already-signed": "You have answered already; each signatory does so once.",
  "refusal-needs-reason": "Give the reason for refusing.",
  "erratum-needs-vote": "This paragraph is not about an item that became a resolution.",
  "erratum-own-proposal": "Somebody else than the proposer approves an erratum.",
  "erratum-needs-resolution": "This kind of erratum needs a resolution of the body.",
  retroactive: "It cannot take effect in the past: {day} at the earliest.",
  "no-term": "The body has no term on that day. Begin a term first.",
  "term-expired": "The term ended on {day}. Hold an election, or extend it by resolution.",
  "seat-filled": "Seat {number} is held from then on. End the present holding first.",
  "holder-missing": "Choose the member, or name the person.",
  "not-a-member-then": "The organization is not a member on {day}.",
  "member-suspended": "The member is suspended and can neither be appointed nor stand.",
  "position-too-low": "This seat belongs to members of a higher position.",
  "holding-ended": "The holding ends before that day. Refresh the page.",
  "holding-not-begun": "The holding has not begun by that day.",
  "delegate-before-former": "The new delegate must begin after the former one ({day}).",
  "delegate-twice": "This person is already an alternate of the seat.",
  "delegate-ended": "This person no longer acts for the seat. Refresh the page.",
  "ending-already-proposed": "A request to end it is already waiting for a second person.",
  "term-too-short": "The last day must come after the first.",
  "term-overlaps": "It overlaps the term before, which lasts until {day}.",
  "term-not-extendable": "A term is extended once, by a year at most.",
  "rule-ended": "The rule has already ended. Refresh the page.",
  "notice-first": "The rule asks for a public notice first. Begin it.",
  "notice-running": "The public notice runs until {day}; it can take effect on the day after.",
  "notice-not-asked": "The rule of this resolution asks for no public notice.",
  "seat-not-of-body": "A chosen seat does not belong to the body. Choose again.",
  "seats-of-two-kinds": "Unit seats and personal seats are elected apart.",
  "seat-in-election": "Seat {number} already stands in another election.",
  "marks-above-seats":
    "{seats} seats are at stake: the most marks cannot exceed them, nor the least the most.",
  "approval-share": "The numerator of the approval share must lie between 1 and the denominator.",
  "candidate-twice": "This candidate has been nominated already.",
  "reason-missing": "Say why the candidate is not eligible.",
  "election-incomplete": "{count} points are missing: see the check before the ballot.",
  "meeting-not-open": "The meeting is not an open meeting of the electing body.",
  "lot-due": "Tied again after the run-off: the lot decides.",
  "lot-not-due": "No lot is due.",
  "lot-not-recorded": "No recorded lot waits to be confirmed.",
  "lot-winners": "Draw {count} of the tied candidates.",
  "lot-witnesses": "Two electors must have seen it, neither of them among the tied.",
  "marks-do-not-fit": "Mark {least} to {most} candidates, or cast a blank paper.",
  "papers-outstanding": "{count} seats have not cast, and the time is not over.",
  "tie-open": "The last seat is tied: hold a run-off or draw the lot first.",
  "objections-running":
    "Objections can be raised until {day}; the winners can be seated on the day after.",
};
