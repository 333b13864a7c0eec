import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import { changeCertificate, draftCertificate } from "./commands/prepare";
import { askForSeal, sealCertificate, withdrawCertificate } from "./commands/steps";
import { getCertificate } from "./queries/get";
import { listCertificates } from "./queries/list";
import {
  askCertificateInput,
  certificateAnswer,
  certificateList,
  certificateOutput,
  changeCertificateInput,
  draftCertificateInput,
  getCertificateInput,
  listCertificatesInput,
  sealCertificateInput,
  withdrawCertificateInput,
} from "./schema";

const place = "tenant" as const;
const path = "/alliances/{alliance}/certificates" as const;
const output = certificateAnswer;
const contentRefusals = [
  "certificate-year-ahead",
  "certificate-not-an-enterprise",
  "certificate-own-claimant",
  "certificate-not-a-member",
] as const;

export const listCertificatesQuery = defineQuery({
  id: "certificates.list",
  path,
  place,
  summary: "Benefit certificates of enterprises by year and state, of the caller's own sides",
  permission: permission("certificate.read"),
  input: listCertificatesInput,
  output: certificateList,
  run: listCertificates,
});

export const exportCertificatesQuery = defineWhole(listCertificatesQuery, {
  id: "certificates.export",
  summary: "The filtered list of benefit certificates as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "certificate",
  own: (row) => [row.enterprise.id, row.claimant?.id],
});

export const getCertificateQuery = defineQuery({
  id: "certificates.get",
  path: `${path}/{id}`,
  place,
  summary: "One benefit certificate with its seal and the results that rest on it",
  permission: permission("certificate.read"),
  input: getCertificateInput,
  output: certificateOutput,
  run: getCertificate,
});

export const draftCertificateCommand = defineCommand({
  id: "certificates.draft",
  path,
  place,
  summary: "Drafts a benefit certificate for an enterprise and a year",
  permission: permission("certificate.prepare"),
  refusals: contentRefusals,
  input: draftCertificateInput,
  output,
  run: draftCertificate,
});

export const changeCertificateCommand = defineCommand({
  id: "certificates.change",
  path: `${path}/{id}/change`,
  place,
  summary: "Changes a certificate that was not put before the enterprise as yet",
  permission: permission("certificate.prepare"),
  refusals: [...contentRefusals, "certificate-wrong-state"],
  input: changeCertificateInput,
  output,
  run: changeCertificate,
});

export const askCertificateCommand = defineCommand({
  id: "certificates.ask",
  path: `${path}/{id}/ask`,
  place,
  summary: "Puts a certificate before the enterprise for its seal; its contacts get one mail",
  permission: permission("certificate.prepare"),
  refusals: ["certificate-wrong-state", "certificate-no-contact"],
  input: askCertificateInput,
  output,
  run: askForSeal,
});

export const sealCertificateCommand = defineCommand({
  id: "certificates.seal",
  path: `${path}/{id}/seal`,
  place,
  summary: "Seals a certificate as the enterprise's own representative, by paper or by declaration",
  permission: permission("certificate.seal"),
  refusals: [
    "certificate-wrong-state",
    "certificate-own-claim",
    "certificate-sealed-already",
    "file-not-yours",
  ],
  input: sealCertificateInput,
  output,
  run: sealCertificate,
});

export const withdrawCertificateCommand = defineCommand({
  id: "certificates.withdraw",
  path: `${path}/{id}/withdraw`,
  place,
  summary: "Withdraws a certificate with a reason; results that rest on it lose their evidence",
  permission: permission("certificate.prepare"),
  refusals: ["certificate-wrong-state"],
  input: withdrawCertificateInput,
  output,
  run: withdrawCertificate,
});
