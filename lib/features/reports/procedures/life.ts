import { permission } from "@/lib/features/access/policy";
import { defineCommand } from "@/lib/platform/corridor/use-case";
import { confirmNumber } from "../commands/confirm";
import {
  approveEdition,
  publishEdition,
  sendBack,
  signReview,
  submitEdition,
} from "../commands/life";
import {
  approveEditionInput,
  editionChanged,
  publishEditionInput,
  sendBackInput,
  signReviewInput,
  submitEditionInput,
} from "../schema/editions";
import { confirmNumberInput } from "../schema/told-numbers";

const place = "tenant" as const;
const base = "/alliances/{alliance}/editions" as const;
const one = `${base}/{editionId}` as const;

export const signReviewCommand = defineCommand({
  id: "editions.sign",
  path: `${one}/sign`,
  place,
  summary: "Signs the review, the secretary-general first and then the chair",
  permission: permission("edition.review"),
  refusals: ["wrong-state", "edition-other-seat", "edition-own-text"],
  input: signReviewInput,
  output: editionChanged,
  run: signReview,
});

export const sendBackCommand = defineCommand({
  id: "editions.sendBack",
  path: `${one}/send-back`,
  place,
  summary: "Sends the report back from its review with the reason",
  permission: permission("edition.review"),
  refusals: ["wrong-state"],
  input: sendBackInput,
  output: editionChanged,
  run: sendBack,
});

export const approveEditionCommand = defineCommand({
  id: "editions.approve",
  path: `${one}/approve`,
  place,
  summary: "Records the approval by a resolution of the council",
  permission: permission("edition.manage"),
  refusals: ["wrong-state", "review-open", "edition-other-resolution", "resolution-used"],
  input: approveEditionInput,
  output: editionChanged,
  run: approveEdition,
});

export const submitEditionCommand = defineCommand({
  id: "editions.submit",
  path: `${one}/submit`,
  place,
  summary: "Records what was submitted to the authority",
  permission: permission("edition.manage"),
  refusals: ["wrong-state", "day-to-come"],
  input: submitEditionInput,
  output: editionChanged,
  run: submitEdition,
});

export const publishEditionCommand = defineCommand({
  id: "editions.publish",
  path: `${one}/publish`,
  place,
  summary: "Publishes a submitted report",
  permission: permission("edition.manage"),
  refusals: ["wrong-state", "small-numbers-open"],
  input: publishEditionInput,
  output: editionChanged,
  run: publishEdition,
});

export const confirmNumberCommand = defineCommand({
  id: "editions.confirmNumber",
  path: `${one}/confirm-number`,
  place,
  summary: "Lets a number of few persons stand in what everybody will read, with the reason",
  permission: permission("edition.manage"),
  refusals: ["wrong-state", "small-number-gone", "small-number-confirmed"],
  input: confirmNumberInput,
  output: editionChanged,
  run: confirmNumber,
});
