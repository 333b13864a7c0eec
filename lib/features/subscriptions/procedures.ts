import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { sendSubscriptions } from "./commands/send";
import { endByLink, endSubscription, takeSubscription } from "./commands/take";
import { listSubscriptions } from "./queries/list";
import {
  endByLinkInput,
  endInput,
  endOutput,
  listInput,
  listOutput,
  sendInput,
  sendOutput,
  takeInput,
  takeOutput,
} from "./schema";

const path = "/alliances/{alliance}/subscriptions" as const;
const place = "tenant" as const;

export const listSubscriptionsQuery = defineQuery({
  id: "subscriptions.list",
  path,
  place,
  summary: "Own subscriptions to the dashboard by mail",
  permission: permission("subscription.take"),
  input: listInput,
  output: listOutput,
  run: listSubscriptions,
});

export const takeSubscriptionCommand = defineCommand({
  id: "subscriptions.take",
  path,
  place,
  summary: "Subscribes to the dashboard with its filters: by mail, daily, weekly or monthly",
  permission: permission("subscription.take"),
  refusals: ["subscribed-already", "too-many-subscriptions"],
  input: takeInput,
  output: takeOutput,
  run: takeSubscription,
});

export const endSubscriptionCommand = defineCommand({
  id: "subscriptions.end",
  path: `${path}/{id}/end`,
  place,
  summary: "Ends an own subscription",
  permission: permission("subscription.take"),
  refusals: [],
  input: endInput,
  output: endOutput,
  run: endSubscription,
});

export const endByLinkCommand = defineCommand({
  id: "subscriptions.endByLink",
  path: `${path}/end-by-link`,
  place,
  summary: "Ends a subscription by the link in its mail",
  permission: permission("subscription.end_by_link"),
  refusals: [],
  limits: [{ per: "visitor", count: 20, seconds: 600 }],
  input: endByLinkInput,
  output: endOutput,
  run: endByLink,
});

export const sendSubscriptionsCommand = defineCommand({
  id: "subscriptions.send",
  path: `${path}/send`,
  place,
  summary: "Sends some of what is due, each with the numbers that its recipient may read now",
  milliseconds: 60_000,
  permission: permission("subscription.send"),
  refusals: [],
  input: sendInput,
  output: sendOutput,
  run: sendSubscriptions,
});
