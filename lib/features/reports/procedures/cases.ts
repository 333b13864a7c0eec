import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import { releaseCase, returnCase, selectCase } from "../commands/case-decisions";
import { changeCase, submitCase, writeCase } from "../commands/cases";
import { getCase, listCases } from "../queries/cases";
import {
  caseOutput,
  casePage,
  changeCaseInput,
  getCaseInput,
  listCasesInput,
  releaseCaseInput,
  returnCaseInput,
  selectCaseInput,
  submitCaseInput,
  writeCaseInput,
} from "../schema/cases";
import { editionChanged } from "../schema/editions";

const place = "tenant" as const;
const base = "/alliances/{alliance}/cases" as const;
const one = `${base}/{caseId}` as const;
const output = editionChanged;

export const listCasesQuery = defineQuery({
  id: "cases.list",
  path: base,
  place,
  summary:
    "Typical cases handed in for annual reports: all for the office and the council, a member's own",
  permission: permission("edition.read"),
  input: listCasesInput,
  output: casePage,
  run: listCases,
});

export const exportCasesQuery = defineWhole(listCasesQuery, {
  id: "cases.export",
  summary: "The filtered list of typical cases as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "typical-case",
  own: (row) => [row.organization?.id],
});

export const getCaseQuery = defineQuery({
  id: "cases.get",
  path: one,
  place,
  summary: "One typical case with the results it cites and what it tells of",
  permission: permission("edition.read"),
  input: getCaseInput,
  output: caseOutput,
  run: getCase,
});

export const writeCaseCommand = defineCommand({
  id: "cases.write",
  path: base,
  place,
  summary: "Begins a typical case",
  permission: permission("edition.write"),
  refusals: ["not-a-member", "case-source-not-approved"],
  input: writeCaseInput,
  output,
  run: writeCase,
});

export const changeCaseCommand = defineCommand({
  id: "cases.change",
  method: "PUT",
  path: one,
  place,
  summary: "Writes a case anew, before it is handed in or when it was sent back",
  permission: permission("edition.write"),
  refusals: ["wrong-state", "case-source-not-approved"],
  input: changeCaseInput,
  output,
  run: changeCase,
});

export const submitCaseCommand = defineCommand({
  id: "cases.submit",
  path: `${one}/submit`,
  place,
  summary: "Hands a case in, with the consent to publish it",
  permission: permission("edition.write"),
  refusals: ["wrong-state", "case-no-consent"],
  input: submitCaseInput,
  output,
  run: submitCase,
});

export const returnCaseCommand = defineCommand({
  id: "cases.return",
  path: `${one}/return`,
  place,
  summary: "Sends a case of somebody else back with the reason",
  permission: permission("edition.manage"),
  refusals: ["wrong-state", "case-own"],
  input: returnCaseInput,
  output,
  run: returnCase,
});

export const selectCaseCommand = defineCommand({
  id: "cases.select",
  path: `${one}/select`,
  place,
  summary: "Puts a case of somebody else into an annual report and freezes what it cites",
  permission: permission("edition.manage"),
  refusals: ["wrong-state", "case-own", "case-edition-closed", "case-source-not-approved"],
  input: selectCaseInput,
  output,
  run: selectCase,
});

export const releaseCaseCommand = defineCommand({
  id: "cases.release",
  path: `${one}/release`,
  place,
  summary: "Takes a case out of an annual report that is still put together",
  permission: permission("edition.manage"),
  refusals: ["wrong-state", "case-edition-closed"],
  input: releaseCaseInput,
  output,
  run: releaseCase,
});
