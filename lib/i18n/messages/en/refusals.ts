import type { Translated } from "../translated";
import type { refusals as zh } from "../zh-CN/refusals";

export const refusals: Translated<typeof zh> = {
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
  "receipt-in-future": "The day of receipt cannot be later than today.",
  "commitment-other-organization":
    "The chosen promise belongs to another organisation. Check the promise or the organisation.",
  "commitment-not-confirmed":
    "This promise is not binding yet (or conditional, or cancelled). Confirm it by its agreement or resolution first.",
  "commitment-other-kind":
    "What arrived is of another kind than what was promised: cash and goods do not stand for each other.",
  "above-commitment":
    "Promised ¥{promised}, entered so far ¥{arrived}: this would be ¥{over} too much. If more really arrived, tick “above the promise” and send again.",
  "voucher-used":
    "Voucher {voucher} has been entered already. To enter it anew after a reversal, add a number, for example {voucher}-2.",
  "receipt-wrong-state":
    "This entry has been booked, reversed or taken back already. Refresh the page.",
  "same-person": "Entering and booking take two persons: you cannot book what you entered.",
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
    "Number {key} is already registered. Search the list for it instead of reporting it again.",
  "file-not-yours": "Upload the evidence yourself.",
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
  "email-taken": "There is an account with this e-mail address.",
  "role-is-platform-wide":
    "A platform administrator belongs to no alliance and no organization: leave out --alliance and --organization.",
  "role-needs-alliance": "This role belongs to an alliance: name it with --alliance.",
  "role-needs-organization": "This role acts for an organization: name it with --organization.",
  "unknown-alliance": "There is no such alliance.",
  "unknown-organization": "There is no such organization.",
  "account-disabled": "This account is disabled.",
  "last-administrator": "This is the last platform administrator and cannot be disabled.",
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
};
