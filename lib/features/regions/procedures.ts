import { permission } from "@/lib/features/access/policy";
import { defineQuery } from "@/lib/platform/corridor/use-case";
import { compareAlliances } from "./queries/compare";
import { compareInput, compareOutput } from "./schema";

export const compareAlliancesProcedure = defineQuery({
  id: "regions.compare",
  path: "/regions",
  place: "platform",
  summary:
    "Several alliances side by side: plain sums, and what there is when everything counts once",
  permission: permission("figure.read_approved"),
  input: compareInput,
  output: compareOutput,
  run: compareAlliances,
});
