import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import {
  approveCollege,
  approveRefusals,
  formBoard,
  opineCollege,
  signCollege,
  stepCollege,
  stepRefusals,
} from "../commands/found";
import { linkProject, saveCheck, saveSharing } from "../commands/parts";
import { proposeCollege, updateCollege, writeRefusals } from "../commands/propose";
import { getCollege } from "../queries/get";
import { listColleges, proposal } from "../queries/list";
import {
  approveCollegeInput,
  collegeChanged,
  collegeOutput,
  collegePage,
  formBoardInput,
  getCollegeInput,
  linkProjectInput,
  listCollegesInput,
  opineCollegeInput,
  proposalInput,
  proposalOutput,
  proposeCollegeInput,
  saveCheckInput,
  saveSharingInput,
  signCollegeInput,
  stepCollegeInput,
  updateCollegeInput,
} from "../schema/colleges";

const place = "tenant" as const;
const base = "/alliances/{alliance}/colleges" as const;
const one = `${base}/{collegeId}` as const;
const output = collegeChanged;

export const listCollegesQuery = defineQuery({
  id: "colleges.list",
  path: base,
  place,
  summary: "Industry colleges: the approved ones, and one's own at every step",
  permission: permission("college.read"),
  input: listCollegesInput,
  output: collegePage,
  run: listColleges,
});

export const exportCollegesQuery = defineWhole(listCollegesQuery, {
  id: "colleges.export",
  summary: "The filtered list of industry colleges as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "college",
  own: (row) => [row.school.id, ...row.partners.map(({ id }) => id)],
});

export const getCollegeQuery = defineQuery({
  id: "colleges.get",
  path: one,
  place,
  summary: "One industry college; contributions, reviews and history for those inside",
  permission: permission("college.read"),
  input: getCollegeInput,
  output: collegeOutput,
  run: getCollege,
});

export const collegeProposalQuery = defineQuery({
  id: "colleges.proposal",
  path: `${base}/proposal`,
  place,
  summary: "For whom the caller may propose an industry college",
  permission: permission("college.propose"),
  input: proposalInput,
  output: proposalOutput,
  run: proposal,
});

export const proposeCollegeCommand = defineCommand({
  id: "colleges.propose",
  path: base,
  place,
  summary: "Proposes an industry college with its parties",
  permission: permission("college.propose"),
  refusals: writeRefusals,
  input: proposeCollegeInput,
  output,
  run: proposeCollege,
});

export const updateCollegeCommand = defineCommand({
  id: "colleges.update",
  method: "PUT",
  path: one,
  place,
  summary: "Changes a college that is not approved yet; its parties sign anew",
  permission: permission("college.propose"),
  refusals: [...writeRefusals, "wrong-state", "college-party-gave"],
  input: updateCollegeInput,
  output,
  run: updateCollege,
});

export const saveCheckCommand = defineCommand({
  id: "colleges.saveCheck",
  method: "PUT",
  path: `${one}/checks`,
  place,
  summary: "Records what shows that a guard of the approval or one of the five checks is met",
  permission: permission("college.manage"),
  refusals: ["wrong-state"],
  input: saveCheckInput,
  output,
  run: saveCheck,
});

export const saveSharingCommand = defineCommand({
  id: "colleges.saveSharing",
  method: "PUT",
  path: `${one}/sharing`,
  place,
  summary: "How resources, talent or results are shared",
  permission: permission("college.manage"),
  refusals: ["wrong-state"],
  input: saveSharingInput,
  output,
  run: saveSharing,
});

export const signCollegeCommand = defineCommand({
  id: "colleges.sign",
  path: `${one}/signatures`,
  place,
  summary: "A party signs the table of contributions",
  permission: permission("college.sign"),
  refusals: ["wrong-state"],
  input: signCollegeInput,
  output,
  run: signCollege,
});

export const opineCollegeCommand = defineCommand({
  id: "colleges.opine",
  path: `${one}/opinion`,
  place,
  summary: "The school agrees, with its opinion",
  permission: permission("college.opine"),
  refusals: ["wrong-state", "college-has-opinion"],
  input: opineCollegeInput,
  output,
  run: opineCollege,
});

export const approveCollegeCommand = defineCommand({
  id: "colleges.approve",
  path: `${one}/approval`,
  place,
  summary: "Approves a college by a resolution about it, once every guard is met",
  permission: permission("college.approve"),
  refusals: approveRefusals,
  input: approveCollegeInput,
  output,
  run: approveCollege,
});

export const stepCollegeCommand = defineCommand({
  id: "colleges.step",
  path: `${one}/steps`,
  place,
  summary: "A step in the life of a college, where the paper that belongs to it is there",
  permission: permission("college.manage"),
  refusals: stepRefusals,
  input: stepCollegeInput,
  output,
  run: stepCollege,
});

export const formBoardCommand = defineCommand({
  id: "colleges.formBoard",
  path: `${one}/board`,
  place,
  summary: "Gives a college its board, a body of the alliance",
  permission: permission("college.manage"),
  refusals: ["wrong-state", "college-no-board", "body-dissolved", "body-name-taken"],
  input: formBoardInput,
  output,
  run: formBoard,
});

export const linkProjectCommand = defineCommand({
  id: "colleges.linkProject",
  path: `${one}/projects`,
  place,
  summary: "Links a project that the college runs",
  permission: permission("college.manage"),
  refusals: ["wrong-state"],
  input: linkProjectInput,
  output,
  run: linkProject,
});
