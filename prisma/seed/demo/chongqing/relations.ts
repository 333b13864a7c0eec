import { allianceId } from "../people";
import type { DemoRows } from "../rows";
import { GROUP, leagues } from "./alliances";

/** The group above its eight leagues (S000-16, S000-17). */
export const chongqingRelationRows = (): Partial<DemoRows> => ({
  allianceRelation: leagues.map(({ slug }) => ({
    fromId: allianceId(GROUP),
    toId: allianceId(slug),
    kind: "umbrella",
    note: "专业群层面校企联盟（华龙网 2024-10-17）",
  })),
});
