import { permission } from "@/lib/features/access/policy";
import { defineCommand } from "@/lib/platform/corridor/use-case";
import { enrolPromotion, enrolRefusals, stepPromotion } from "../commands/promotions";
import { platformChanged } from "../schema/platforms";
import { enrolPromotionInput, stepPromotionInput } from "../schema/promotions";

const place = "tenant" as const;
const base = "/alliances/{alliance}/platforms/{platformId}/promotions" as const;

export const enrolPromotionCommand = defineCommand({
  id: "platforms.enrolPromotion",
  path: base,
  place,
  summary: "A group of a master's studio begins its way to a higher one of the eight levels",
  permission: permission("platform.write"),
  refusals: enrolRefusals,
  input: enrolPromotionInput,
  output: platformChanged,
  run: enrolPromotion,
});

export const stepPromotionCommand = defineCommand({
  id: "platforms.stepPromotion",
  path: `${base}/{promotionId}/steps`,
  place,
  summary: "Trained, assessed or certified: how many were left, and the day",
  permission: permission("platform.write"),
  refusals: [
    "wrong-state",
    "day-in-future",
    "promotion-more-people",
    "promotion-day-order",
    "promotion-needs-number",
  ],
  input: stepPromotionInput,
  output: platformChanged,
  run: stepPromotion,
});
