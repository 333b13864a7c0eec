import { allianceRows } from "./alliances";
import { chongqingAlliances } from "./chongqing/alliances";
import { chongqingOrganizationRows } from "./chongqing/organizations";
import { chongqingRelationRows } from "./chongqing/relations";
import { figureRows } from "./figures/rows";
import { metricDefinitionRows } from "./metrics/registry";
import { peerRows } from "./peers";
import { peopleRows } from "./people";
import { type DemoRows, together } from "./rows";
import { suzhouAllianceRows } from "./suzhou/alliance";
import { suzhouBodyRows } from "./suzhou/bodies";
import { suzhouCouncilRows } from "./suzhou/council";
import { suzhouMemberRows } from "./suzhou/members";
import { suzhouRuleRows } from "./suzhou/rule-sets";
import { wuxiRows } from "./wuxi";

export type StoryInput = {
  /** One hash for the one password of all accounts. */
  passwordHash: string;
  /** What must lie ahead is dated from this day; nothing else is. */
  today: string;
};

const slugs = chongqingAlliances.map(({ slug }) => slug);
const slugsOfElectronic = chongqingAlliances
  .filter(({ leads, members }) => leads.includes("cqcet") || members.includes("cqcet"))
  .map(({ slug }) => slug);

/** The whole demonstration as rows. */
export function tellStory({ passwordHash }: StoryInput): DemoRows {
  return together(
    metricDefinitionRows(),
    peopleRows(passwordHash, slugs, slugsOfElectronic),
    suzhouMemberRows(),
    suzhouAllianceRows(),
    suzhouBodyRows(),
    suzhouCouncilRows(),
    suzhouRuleRows(),
    chongqingOrganizationRows(),
    allianceRows(chongqingAlliances),
    chongqingRelationRows(),
    peerRows(),
    wuxiRows(),
    figureRows(),
  );
}
