import { permission } from "@/lib/features/access/policy";
import { defineCommand } from "@/lib/platform/corridor/use-case";
import { confirmContribution, confirmRefusals, contribute } from "../commands/parts";
import { acceptItem, reportItem, returnItem } from "../commands/rectify";
import { decideRefusals, decideReview, saveReview, submitReview } from "../commands/reviews";
import { collegeChanged } from "../schema/colleges";
import {
  acceptItemInput,
  confirmContributionInput,
  contributeInput,
  decideReviewInput,
  reportItemInput,
  returnItemInput,
  reviewChanged,
  saveReviewInput,
  submitReviewInput,
} from "../schema/reviews";

const place = "tenant" as const;
const one = "/alliances/{alliance}/colleges/{collegeId}" as const;

export const contributeCommand = defineCommand({
  id: "colleges.contribute",
  path: `${one}/contributions`,
  place,
  summary: "Enters what a party brings in, in cash or in kind with its valuation",
  permission: permission("college.contribute"),
  refusals: ["wrong-state", "day-in-future"],
  input: contributeInput,
  output: collegeChanged,
  run: contribute,
});

export const confirmContributionCommand = defineCommand({
  id: "colleges.confirmContribution",
  path: `${one}/contributions/{contributionId}/confirm`,
  place,
  summary: "Confirms a contribution that another person entered",
  permission: permission("college.confirm_contribution"),
  refusals: confirmRefusals,
  input: confirmContributionInput,
  output: collegeChanged,
  run: confirmContribution,
});

export const saveReviewCommand = defineCommand({
  id: "colleges.saveReview",
  method: "PUT",
  path: `${one}/reviews`,
  place,
  summary: "The school's report of a year, as a draft",
  permission: permission("college.review"),
  refusals: ["wrong-state", "review-year-ahead", "review-exists"],
  input: saveReviewInput,
  output: reviewChanged,
  run: saveReview,
});

export const submitReviewCommand = defineCommand({
  id: "colleges.submitReview",
  path: `${one}/reviews/{reviewId}/submit`,
  place,
  summary: "Submits a yearly review; what is counted then stands for good",
  permission: permission("college.review"),
  refusals: ["wrong-state"],
  input: submitReviewInput,
  output: reviewChanged,
  run: submitReview,
});

export const decideReviewCommand = defineCommand({
  id: "colleges.decideReview",
  path: `${one}/reviews/{reviewId}/decision`,
  place,
  summary:
    "Grades a review of another author by its rules; C and D with a list of what is to be mended",
  permission: permission("college.decide_review"),
  refusals: decideRefusals,
  input: decideReviewInput,
  output: reviewChanged,
  run: decideReview,
});

export const reportItemCommand = defineCommand({
  id: "colleges.reportItem",
  path: `${one}/rectifications/{itemId}/report`,
  place,
  summary: "A party reports a point as mended, with its evidence",
  permission: permission("college.rectify"),
  refusals: ["wrong-state", "item-accepted"],
  input: reportItemInput,
  output: collegeChanged,
  run: reportItem,
});

export const acceptItemCommand = defineCommand({
  id: "colleges.acceptItem",
  path: `${one}/rectifications/{itemId}/acceptance`,
  place,
  summary: "Accepts a point that another person reported; with the last one the college works on",
  permission: permission("college.accept_item"),
  refusals: ["wrong-state", "item-accepted", "item-not-reported", "same-person"],
  input: acceptItemInput,
  output: collegeChanged,
  run: acceptItem,
});

export const returnItemCommand = defineCommand({
  id: "colleges.returnItem",
  path: `${one}/rectifications/{itemId}/return`,
  place,
  summary:
    "Sends a point that another person reported back with a reason, and a new day if need be",
  permission: permission("college.accept_item"),
  refusals: [
    "wrong-state",
    "item-accepted",
    "item-not-reported",
    "same-person",
    "review-item-past",
  ],
  input: returnItemInput,
  output: collegeChanged,
  run: returnItem,
});
