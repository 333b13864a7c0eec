import { allianceRows } from "./alliances";
import { bodyRows, chainCommitteeRows } from "./bodies";
import { listRows } from "./calls/lists";
import { callRows } from "./calls/rows";
import { chongqingAlliances } from "./chongqing/alliances";
import { chongqingOrganizationRows } from "./chongqing/organizations";
import { chongqingOutcomeRows } from "./chongqing/outcomes";
import { chongqingPapers } from "./chongqing/papers";
import { chongqingRelationRows } from "./chongqing/relations";
import { suzhouElectionRows } from "./elections/supervisors";
import { figureRows } from "./figures/rows";
import { type DemoFile, fileRows } from "./files";
import { metricDefinitionRows } from "./metrics/registry";
import { peerRows } from "./peers";
import { peopleRows } from "./people";
import { type DemoRows, together } from "./rows";
import { suzhouAllianceRows } from "./suzhou/alliance";
import { suzhouApplicationRows } from "./suzhou/applications";
import { suzhouBodyRows } from "./suzhou/bodies";
import { suzhouCertificateRows } from "./suzhou/certificates";
import { suzhouCouncilRows } from "./suzhou/council";
import { suzhouFundRows } from "./suzhou/funds";
import { suzhouEntityRows, suzhouLibraryRows } from "./suzhou/library";
import { suzhouMeetingRows } from "./suzhou/meetings";
import { suzhouMemberRows } from "./suzhou/members";
import { suzhouMinutesRows } from "./suzhou/minutes";
import { suzhouOutcomeRows } from "./suzhou/outcomes";
import { suzhouOutsiderRows } from "./suzhou/outsiders";
import { suzhouPapers } from "./suzhou/papers";
import { suzhouProjectRows } from "./suzhou/projects";
import { suzhouRuleRows } from "./suzhou/rule-sets";
import { suzhouTaskRows } from "./suzhou/tasks";
import { technicianRows } from "./talent/technicians";
import { suzhouOpenVoteRows } from "./votes/open-vote";
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

/** Papers that records point to; their bytes lie beside the database. */
export const demoFiles: readonly DemoFile[] = [...suzhouPapers, ...chongqingPapers];

/** The whole demonstration as rows. */
export function tellStory({ passwordHash, today }: StoryInput): DemoRows {
  return together(
    metricDefinitionRows(),
    peopleRows(passwordHash, slugs, slugsOfElectronic),
    suzhouMemberRows(),
    suzhouAllianceRows(),
    suzhouBodyRows(),
    suzhouCouncilRows(today),
    suzhouLibraryRows(),
    suzhouEntityRows(),
    suzhouRuleRows(),
    suzhouOutsiderRows(),
    suzhouApplicationRows(today),
    fileRows(demoFiles),
    suzhouMeetingRows(today),
    suzhouMinutesRows(),
    suzhouTaskRows(today),
    suzhouOpenVoteRows(today),
    suzhouElectionRows(today),
    suzhouProjectRows(today),
    suzhouFundRows(today),
    listRows(today),
    callRows(today),
    suzhouCertificateRows(),
    suzhouOutcomeRows(),
    chongqingOrganizationRows(),
    allianceRows(chongqingAlliances),
    technicianRows(),
    ...chongqingAlliances.map(({ slug, structure }) => bodyRows(slug, structure ?? "empty")),
    ...chongqingAlliances
      .filter(({ structure }) => structure === "one_two_six_n")
      .map(({ slug }) => chainCommitteeRows(slug)),
    chongqingRelationRows(),
    peerRows(),
    wuxiRows(),
    chongqingOutcomeRows(),
    figureRows(),
  );
}
