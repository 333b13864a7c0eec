import type { BodyKind, BodyTier } from "@/prisma/generated/enums";
import { idOf } from "../ids";
import { organizationId } from "../organizations";
import type { DemoRows } from "../rows";
import { SUZHOU, suzhouId } from "./members";

type Body = {
  key: string;
  kind: BodyKind;
  name: string;
  nameEn: string;
  tier?: BodyTier;
  parent?: string;
  host?: string;
  seatsPlanned?: number;
  termYears?: number;
  duties: string;
  dutiesEn: string;
};

/** The full set of the Suzhou text (S003-3 to S003-11); duties in its words. */
const bodies: Body[] = [
  {
    key: "guidance",
    kind: "guidance_committee",
    name: "产教联合体指导委员会",
    nameEn: "Guidance committee",
    seatsPlanned: 6,
    duties: "市级层面：开展顶层设计与指导，出台产教联合体发展的支持政策",
    dutiesEn: "City level: overall design and guidance, supporting policies",
  },
  {
    key: "party",
    kind: "party_committee",
    name: "联合体党委",
    nameEn: "Party committee",
    duties: "党委领导",
    dutiesEn: "Leadership by the Party committee",
  },
  {
    key: "council",
    kind: "council",
    name: "理事会",
    nameEn: "Council",
    tier: "decision",
    seatsPlanned: 31,
    termYears: 5,
    duties: "规划决策",
    dutiesEn: "Planning and decision",
  },
  {
    key: "supervisors",
    kind: "supervisory_board",
    name: "监事会",
    nameEn: "Supervisory board",
    seatsPlanned: 3,
    termYears: 5,
    duties: "监事会监督",
    dutiesEn: "Supervision",
  },
  {
    key: "manager",
    kind: "manager_office",
    name: "职业经理人",
    nameEn: "Professional manager",
    tier: "execution",
    parent: "council",
    duties: "党委和理事会领导下的职业经理人负责制",
    dutiesEn: "Runs the alliance under Party committee and council",
  },
  {
    key: "secretariat",
    kind: "secretariat",
    name: "秘书处",
    nameEn: "Secretariat",
    tier: "coordination",
    parent: "council",
    host: "wuzhong",
    duties: "理事会日常办事机构；文中载秘书处可设在产业园区",
    dutiesEn: "Daily work of the council; may sit in the industrial park, says the source",
  },
  {
    key: "experts",
    kind: "expert_committee",
    name: "专家咨询委员会",
    nameEn: "Expert advisory committee",
    tier: "coordination",
    parent: "council",
    seatsPlanned: 5,
    termYears: 5,
    duties: "专家治学",
    dutiesEn: "Advice of experts",
  },
  {
    key: "cooperation",
    kind: "cooperation_committee",
    name: "政校企行合作委员会",
    nameEn: "Cooperation committee of government, schools, enterprises and associations",
    tier: "coordination",
    parent: "council",
    duties: "统筹协调",
    dutiesEn: "Overall coordination",
  },
  {
    key: "institute",
    kind: "operating_entity",
    name: "产教融合研究院",
    nameEn: "Institute of industry–education integration",
    tier: "execution",
    parent: "cooperation",
    duties:
      "产业共性技术研究、搭建资源共享服务平台、产教协同育人基地建设；文中载可考虑设立，可设置在高职院校",
    dutiesEn:
      "Common industrial technology, shared resources, joint training bases; the source says it may be set up, in a vocational college",
  },
  {
    key: "company",
    kind: "operating_entity",
    name: "产业发展有限公司",
    nameEn: "Industrial development company",
    tier: "execution",
    parent: "cooperation",
    duties: "科技成果转化、产业服务；文中载可考虑设立",
    dutiesEn: "Transfer of results, services to industry; the source says it may be set up",
  },
];

export const bodyId = (key: string): string => idOf("governance-body", `${SUZHOU}/${key}`);

export const suzhouBodyRows = (): Partial<DemoRows> => ({
  governanceBody: bodies.map(({ key, parent, host, ...body }, index) => ({
    ...body,
    id: bodyId(key),
    allianceId: suzhouId,
    parentId: parent ? bodyId(parent) : null,
    hostId: host ? organizationId(host) : null,
    sortOrder: index + 1,
  })),
});
