import type { Translated } from "../../translated";
import type { founding as zh } from "../../zh-CN/refusals/founding";

/** Of accounts, alliances, organizations and members, and what every part refuses alike. */
export const founding: Translated<typeof zh> = {
  "alliance-frozen": "The alliance is suspended or dissolved: it can be read, not changed.",
  "wrong-state":
    "This is not possible in the present state. Refresh the page to see how things stand.",
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
  "letter-missing": "Upload the letter of authorisation.",
  "ends-before-start": "The end cannot be before the beginning.",
  "body-dissolved": "This body was dissolved.",
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
  "handover-open":
    "{count, plural, one {One matter is} other {# matters are}} still in this person's hands. Arrange each and tick the box.",
  "account-enabled": "This account is not disabled.",
  "change-open":
    "A change of this organization’s key fields is waiting for its alliances already. Wait for the outcome, or take it back first.",
  "change-closed": "This change has been decided already. Reload the page to see the outcome.",
  "change-answered": "Your alliance has answered already.",
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
};
