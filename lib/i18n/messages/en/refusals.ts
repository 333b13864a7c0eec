import type { Translated } from "../translated";
import type { refusals as zh } from "../zh-CN/refusals";

export const refusals: Translated<typeof zh> = {
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
  "alliance-frozen": "The alliance is suspended or dissolved: it can be read, not changed.",
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
  "wrong-state":
    "This is not possible in the present state. Refresh the page to see how things stand.",
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
  "metric-not-reported": "This metric is computed and not reported.",
  "evidence-missing": "This metric needs evidence; upload the file.",
  "result-in-future": "The date cannot be later than today.",
  "key-missing": "Enter the number (patent, standard …); one number counts once.",
  "one-result-per-record": "Register these results one by one, each with the value 1.",
  "fraction-of-a-thing": "This metric counts whole things; leave out the decimals.",
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
  "co-claim-denied": "The secretariat has denied this co-claim.",
  "co-claim-overdue": "The last day to answer was {day}; the secretariat decides now.",
  "co-claim-not-due": "The other side may answer until {day}; after it the secretariat decides.",
  "share-too-large": "The share must be below the {left}% that the lead has.",
  "shares-already": "This organization owns a part already.",
  "answer-needs-reason": "A refusal needs its reason; the secretariat decides by it.",
  "answer-own-proposal":
    "Nobody answers the own proposal; somebody else of your organization does.",
  "file-not-yours": "Upload the evidence yourself.",
  "correction-open":
    "A correction of this result is already under way. Look it up in the list of corrections and ask again once it is decided.",
  "correction-changes-nothing":
    "Nothing would change. Give a new number, date or key, or tick that the result counts no more; one of the two.",
  "record-changed":
    "The result has changed since the request (it may have been published). Refuse this one and ask again about its present state.",
  "own-figure":
    "Nobody verifies a result of their own or of their organization; ask a colleague of the secretariat.",
  "wrong-credentials":
    "E-mail or password is not right. Check both and try again, or choose “Forgot the password?”.",
  "too-many-for-now":
    "Submitted too often; what you typed is kept. Submit again in about {minutes} minutes.",
  "too-many-tries": "Too many attempts; wait {seconds} seconds and try again.",
  "wrong-password": "The current password is not right.",
  "same-password": "The new password is the current one; choose another.",
  "too-many-keys": "A person can have {limit} API keys; end those that are no longer used.",
  "link-used": "This link was used or has expired. Ask the platform administrator for a new one.",
  "no-such-account":
    "No account has this e-mail. Ask the platform administrator to create one first.",
  "not-for-oneself": "Nobody can do this for their own account; ask somebody else.",
  "organization-not-member": "This organization is no member of the alliance at present.",
  "role-held": "This person holds this role already.",
  "last-day-past": "The last day cannot lie in the past.",
  "proposal-open": "The same proposal is already waiting for a second person.",
  "proposal-decided": "This proposal has been decided already; reload the page.",
  "second-person-needed": "Whoever proposed it cannot agree to it; somebody else must.",
  "role-ended": "This role has ended already; reload the page.",
  "last-secretariat":
    "This is the last person of the secretariat; grant the role to somebody else first.",
  "email-taken": "There is an account with this e-mail address.",
  "role-is-platform-wide":
    "A platform administrator belongs to no alliance and no organization: leave out --alliance and --organization.",
  "role-needs-alliance": "This role belongs to an alliance: name it with --alliance.",
  "role-needs-organization":
    "This role acts for an organization: name it (on the command line with --organization).",
  "unknown-alliance": "There is no such alliance.",
  "unknown-organization": "There is no such organization.",
  "account-disabled": "This account is disabled.",
  "last-administrator":
    "This is the last platform administrator, who can be neither disabled nor relieved.",
  "alliance-slug-taken": "Another alliance uses the address {slug}. Choose another one.",
  "unknown-account":
    "No account has this e-mail address. Create the account first, then name it as the secretariat.",
  "secretariat-is-oneself": "You cannot make yourself the secretariat. Name another person.",
  "city-needs-park": "A city alliance stands on an industrial park. Enter its base park first.",
  "not-a-park": "The organization chosen is not a park on the register.",
  "structure-exists": "There are {count} bodies already; a template cannot be applied any more.",
  "duplicate-code":
    "This credit code is registered as “{name}”. Open that record and do not enter it again.",
  "duplicate-name":
    "There is an organization named “{name}”. If it is the same one, open its record; if not, enter the credit code of each.",
  "code-by-secretariat": "Only the secretariat corrects a credit code. Save the rest without it.",
  "own-parent": "The parent can be neither the organization itself nor one below it.",
  "organization-merged":
    "This organization was merged into another record. Open the one that stays.",
  "merge-same": "Choose two different records.",
  "merge-two-codes":
    "The two records have different credit codes, so they are two organizations and cannot be merged.",
  "merge-open": "A merge of this duplicate is already waiting for approval.",
  "merge-own-proposal": "Another administrator than the proposer approves a merge.",
  "merge-already-decided": "This proposal has been decided already. Reload the page.",
  "representative-before-former": "The new one must begin after the former one did ({day}).",
  "representative-ended": "This person has left the post already. Reload the page.",
  "membership-ended":
    "The organization is not a member on this day, so no representative can be entered.",
  "letter-too-short": "The letter cannot end before the first day.",
  "renamed-too-early":
    "The new name must begin after the present name did ({day}) and not after today.",
  "effect-not-possible":
    "The resolution cannot take effect as it stands. See to what is missing, or let it have no automatic effect.",
  "not-a-spreadsheet":
    "This file is not a readable .xlsx workbook. Open it in Excel or WPS, save it as .xlsx and upload it again.",
  "spreadsheet-too-big":
    "The file is too large: at most 10 MB, 50,000 rows, 200 columns and 100 MB unpacked. Remove other sheets, formats and empty rows, or split it.",
  "spreadsheet-unreadable":
    "The file could not be read within the limits of time and memory, and was stopped. Keep only the list of members, save it as a new file and try again.",
  "import-no-heading":
    "The first row must hold the headings, among them “Name”. Please start from the template.",
  "import-unknown-column":
    "The heading “{heading}” is not known. Use a heading of the template, or remove the column.",
  "import-column-twice": "The column “{heading}” stands there twice. Please remove one.",
  "import-empty": "There are no rows to import in this file.",
  "import-too-many-rows":
    "The file has {rows} rows; one import takes at most {most}. Please split it.",
  "import-applied": "This file has been imported already. Nothing was written again.",
  "import-changed":
    "The register has changed since the file was checked, and the outcome is another one. The page shows the new outcome: look at it once more, then confirm.",
  "import-has-faults":
    "{count} rows still have faults. Nothing was written. Correct them in the file and upload it again.",
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
  "letter-missing": "Upload the letter of authorisation.",
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
  "ends-before-start": "The end cannot be before the beginning.",
  "rule-draft-open": "This body already has a draft of rules. Finish that one first.",
  "body-dissolved": "This body was dissolved.",
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
  "body-name-taken": "There is already a body called “{name}”.",
  "body-below-itself": "A body cannot stand below itself.",
  "body-in-use":
    "Seats, meetings, rules or bodies hang on this body: it can be dissolved, not removed.",
  "body-has-children": "Dissolve or move the bodies below it first.",
  "body-has-meeting": "A meeting of this body is called or going on. Finish it first.",
  "body-has-seats": "Somebody still holds a seat after {day}. End that first.",
  "not-an-entity": "Record the operating entity first (only for bodies of that kind).",
  "shares-not-whole": "Shares must make 100 % (now {total} %), each above zero.",
  "shareholder-twice": "Each shareholder is listed once.",
  "manager-before-former": "The new manager must begin after the former one ({day}).",
  "no-manager": "Nobody manages the entity on that day.",
  "power-exists": "This power of the same grantor is already in the list.",
  "power-needs-grantor": "Name the granting department first.",
  "power-needs-paper": "A signature needs its paper: upload it or choose it from the library.",
  "power-step-in-future": "The day cannot be in the future.",
  "power-step-too-early": "The day cannot be before the last step ({day}).",
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
  "handover-open":
    "{count, plural, one {One matter is} other {# matters are}} still in this person's hands. Arrange each and tick the box.",
  "account-enabled": "This account is not disabled.",
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
  "change-open":
    "A change of this organization’s key fields is waiting for its alliances already. Wait for the outcome, or take it back first.",
  "change-closed": "This change has been decided already. Reload the page to see the outcome.",
  "change-answered": "Your alliance has answered already.",
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
  "notice-already-given": "A notice of withdrawal is already being dealt with.",
  "notice-dates":
    "The notice cannot be dated ahead, and the last day cannot lie before today or the notice.",
  "exit-blocked":
    "{count} items are still open. Settle them, or let the council decide to end the membership in spite of them.",
  "dated-ahead": "The date cannot lie ahead.",
  "in-approved-period":
    "The results of {year} are verified; nothing is dated back into that year or before. A correction takes two persons.",
  "dated-too-far-back": "The date lies more than 30 days back.",
  "correction-same": "That is the date on record.",
  "correction-after-end":
    "The corrected date cannot lie ahead, nor after the end of the first period.",
  "correction-already-proposed": "A correction is already waiting for a second person.",
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
  "amount-too-large":
    "The amount is about {factor, number} times what is usual here (¥{usual}). Were yuan taken for ten thousands (wan yuan)? Check it; if it is right, tick “the amount is right” and send again.",
  "amount-too-small":
    "The amount is about one {factor, number}th of what is usual here (¥{usual}). Was an amount in ten thousands (wan yuan) typed where yuan are asked? Check it; if it is right, tick “the amount is right” and send again.",
  "schedule-sum":
    "The instalments add up to ¥{sum}, the promise is ¥{amount}. Check the instalments.",
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
  "schedule-in-use":
    "Something has been entered for these instalments: they cannot be changed any more.",
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
  "offering-of-another-school": "The offering belongs to another school.",
  "name-taken": "The name is taken; choose another one.",
  "pathway-not-possible": "This model does not lead from the one level to the other.",
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
  "agreement-needs-file": "Attach the document before it is cleared.",
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
  "platform-has-components": "The list has been started already.",
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
  "edition-exists": "The annual report of {year} has begun already.",
  "edition-due-order": "Chapters cannot be due later than the report itself.",
  "section-has-author":
    "This chapter has a text; it cannot go to another unit. Send it back instead.",
  "section-empty": "Write and save a text first.",
  "edition-own-text": "You wrote, handed in or signed part of this; somebody else must do it.",
  "edition-other-seat": "This signature is not yours: the secretariat signs first, then the chair.",
  "number-not-frozen":
    "The text names numbers that are not frozen: {codes}. Choose them from the list.",
  "sections-open": "{count} chapters are not accepted yet.",
  "review-open": "The secretary-general and the chair have not both signed yet.",
  "edition-other-resolution":
    "This resolution does not fit: the council must have adopted it after the review, it must name “{title}”, and it must be in force.",
  "resolution-used": "This resolution has approved another annual report.",
  "day-to-come": "The day cannot lie in the future.",
};
