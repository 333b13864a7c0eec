import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import { renewAgreement, sealAgreement, stepAgreement, stepRefusals } from "./commands/life";
import { remindAgreements } from "./commands/remind";
import { createAgreement, updateAgreement } from "./commands/write";
import { getAgreement } from "./queries/get";
import { listAgreements } from "./queries/list";
import {
  agreementChanged,
  agreementOutput,
  agreementPage,
  createAgreementInput,
  getAgreementInput,
  listAgreementsInput,
  remindAgreementsInput,
  remindedOutput,
  renewAgreementInput,
  sealAgreementInput,
  stepAgreementInput,
  updateAgreementInput,
} from "./schema";

const place = "tenant" as const;
const base = "/alliances/{alliance}/agreements" as const;
const one = `${base}/{agreementId}` as const;

export const listAgreementsQuery = defineQuery({
  id: "agreements.list",
  path: base,
  place,
  summary: "The register of agreements: the whole alliance's, or those of one's own organization",
  permission: permission("agreement.read"),
  input: listAgreementsInput,
  output: agreementPage,
  run: listAgreements,
});

export const exportAgreementsQuery = defineWhole(listAgreementsQuery, {
  id: "agreements.export",
  summary: "The filtered register of agreements as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "agreement",
  own: (row) => row.parties.map(({ id }) => id),
});

export const getAgreementQuery = defineQuery({
  id: "agreements.get",
  path: one,
  place,
  summary: "One agreement with its parties, seals, links and history",
  permission: permission("agreement.read"),
  input: getAgreementInput,
  output: agreementOutput,
  run: getAgreement,
});

export const createAgreementCommand = defineCommand({
  id: "agreements.create",
  path: base,
  place,
  summary: "Drafts an agreement between two parties or more",
  permission: permission("agreement.write"),
  refusals: [],
  input: createAgreementInput,
  output: agreementChanged,
  run: (tx, scope, input) => createAgreement(tx, scope, input),
});

export const updateAgreementCommand = defineCommand({
  id: "agreements.update",
  method: "PUT",
  path: one,
  place,
  summary: "Changes a draft",
  permission: permission("agreement.write"),
  refusals: ["wrong-state"],
  input: updateAgreementInput,
  output: agreementChanged,
  run: updateAgreement,
});

export const stepAgreementCommand = defineCommand({
  id: "agreements.step",
  path: `${one}/steps`,
  place,
  summary: "Submits, returns, clears, puts into force or ends an agreement",
  permission: permission("agreement.check"),
  refusals: stepRefusals,
  input: stepAgreementInput,
  output: agreementChanged,
  run: stepAgreement,
});

export const sealAgreementCommand = defineCommand({
  id: "agreements.seal",
  path: `${one}/seals`,
  place,
  summary: "Records the seal of one party; the last one seals the agreement and numbers it",
  permission: permission("agreement.seal"),
  refusals: ["wrong-state", "day-in-future", "agreement-sealed-by-party"],
  input: sealAgreementInput,
  output: agreementChanged,
  run: sealAgreement,
});

export const renewAgreementCommand = defineCommand({
  id: "agreements.renew",
  path: `${one}/renewal`,
  place,
  summary: "Drafts the agreement that follows one in force",
  permission: permission("agreement.write"),
  refusals: ["wrong-state", "agreement-followed", "agreement-overlaps"],
  input: renewAgreementInput,
  output: agreementChanged,
  run: renewAgreement,
});

export const remindAgreementsCommand = defineCommand({
  id: "agreements.remind",
  path: "/alliances/{alliance}/agreement-reminders",
  place,
  summary: "Tells the secretariat which agreements are about to expire or have expired",
  permission: permission("agreement.write"),
  refusals: [],
  input: remindAgreementsInput,
  output: remindedOutput,
  run: remindAgreements,
});
