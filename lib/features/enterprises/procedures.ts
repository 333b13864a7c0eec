import { permission } from "@/lib/features/access/policy";
import { defineQuery } from "@/lib/platform/corridor/use-case";
import { enterpriseStanding } from "./queries/standing";
import { standingInput, standingOutput } from "./schema";

export const enterpriseStandingProcedure = defineQuery({
  id: "enterprises.standing",
  path: "/alliances/{alliance}/enterprises/standing",
  place: "tenant",
  summary:
    "What the alliance was for one enterprise: people, problems, training, money, papers, and what it owes",
  permission: permission("enterprise.read_standing"),
  input: standingInput,
  output: standingOutput,
  run: enterpriseStanding,
});
