import { permission } from "@/lib/features/access/policy";
import { defineCommand } from "@/lib/platform/corridor/use-case";
import { bidRefusals, submitBid, withdrawBid } from "../commands/bid";
import { undertake } from "../commands/undertake";
import {
  bidAnswer,
  submitBidInput,
  undertakeInput,
  undertakenAnswer,
  withdrawBidInput,
  withdrawnAnswer,
} from "../schema/bids";

const place = "tenant" as const;
const one = "/alliances/{alliance}/calls/{callId}" as const;

export const submitBidCommand = defineCommand({
  id: "bids.submit",
  path: `${one}/bid`,
  place,
  method: "PUT",
  summary: "Seals the bid of a unit, or replaces it before the deadline",
  permission: permission("bid.submit"),
  refusals: bidRefusals,
  limits: [{ per: "account", count: 60, seconds: 3600 }],
  input: submitBidInput,
  output: bidAnswer,
  run: submitBid,
});

export const withdrawBidCommand = defineCommand({
  id: "bids.withdraw",
  path: `${one}/bid`,
  place,
  method: "DELETE",
  summary: "Takes the bid of a unit back before the deadline",
  permission: permission("bid.submit"),
  refusals: ["call-wrong-state", "bid-late", "bid-own-call", "bid-none"],
  input: withdrawBidInput,
  output: withdrawnAnswer,
  run: withdrawBid,
});

export const undertakeCommand = defineCommand({
  id: "calls.undertake",
  path: `${one}/undertaking`,
  place,
  summary: "Undertakes for a unit to keep the details of a call to itself",
  permission: permission("bid.submit"),
  refusals: ["call-wrong-state", "bid-late", "bid-own-call", "call-not-restricted"],
  input: undertakeInput,
  output: undertakenAnswer,
  run: undertake,
});
