import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { checkAlerts } from "./commands/check";
import { acknowledge, endAlert, endAlertByLink } from "./commands/end";
import { setAlert } from "./commands/set";
import { listAlerts, listRaisings } from "./queries/list";
import {
  acknowledgeInput,
  acknowledgeOutput,
  checkInput,
  checkOutput,
  endByLinkInput,
  endInput,
  endOutput,
  listInput,
  listOutput,
  raisingsInput,
  raisingsOutput,
  setInput,
  setOutput,
} from "./schema";

const path = "/alliances/{alliance}/alerts" as const;
const place = "tenant" as const;

export const listAlertsQuery = defineQuery({
  id: "alerts.list",
  path,
  place,
  summary: "Own alerts, what the last look found, and what else may be set",
  permission: permission("alert.set"),
  input: listInput,
  output: listOutput,
  run: listAlerts,
});

export const listRaisingsQuery = defineQuery({
  id: "alerts.raisings",
  path: `${path}/raisings`,
  place,
  summary: "What own alerts have raised: the number then, in words, and whether it still stands",
  permission: permission("alert.set"),
  input: raisingsInput,
  output: raisingsOutput,
  run: listRaisings,
});

export const setAlertCommand = defineCommand({
  id: "alerts.set",
  path,
  place,
  summary:
    "Sets an alert: a number beyond a bound, missing reports, a veto indicator that is met, or promises overdue",
  permission: permission("alert.set"),
  refusals: ["alert-set-already", "too-many-alerts", "alert-number-not-divided"],
  input: setInput,
  output: setOutput,
  run: setAlert,
});

export const endAlertCommand = defineCommand({
  id: "alerts.end",
  path: `${path}/{id}/end`,
  place,
  summary: "Switches an own alert off",
  permission: permission("alert.set"),
  refusals: [],
  input: endInput,
  output: endOutput,
  run: endAlert,
});

export const endAlertByLinkCommand = defineCommand({
  id: "alerts.endByLink",
  path: `${path}/end-by-link`,
  place,
  summary: "Switches an alert off by the link in its mail",
  permission: permission("alert.end_by_link"),
  refusals: [],
  limits: [{ per: "visitor", count: 20, seconds: 600 }],
  input: endByLinkInput,
  output: endOutput,
  run: endAlertByLink,
});

export const acknowledgeCommand = defineCommand({
  id: "alerts.acknowledge",
  path: `${path}/raisings/{id}/acknowledge`,
  place,
  summary: "Marks what an own alert has raised as seen, with a note",
  permission: permission("alert.set"),
  refusals: ["alert-seen", "alert-over"],
  input: acknowledgeInput,
  output: acknowledgeOutput,
  run: acknowledge,
});

export const checkAlertsCommand = defineCommand({
  id: "alerts.check",
  path: `${path}/check`,
  place,
  summary: "Looks at some alerts that were not looked at today, each with its person's rights",
  milliseconds: 60_000,
  permission: permission("alert.check"),
  refusals: [],
  input: checkInput,
  output: checkOutput,
  run: checkAlerts,
});
