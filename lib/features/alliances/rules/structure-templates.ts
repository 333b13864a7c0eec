import type { BodyKind, BodyTier, StructureTemplate } from "../types";

/** A body of a template; `parent` is the key of another one of the same template. */
export type TemplateBody = {
  key: string;
  parent: string | null;
  kind: BodyKind;
  tier: BodyTier | null;
  name: string;
  nameEn: string;
  duties: string;
  dutiesEn: string;
};

export const body = (
  key: string,
  parent: string | null,
  kind: BodyKind,
  tier: BodyTier | null,
  [name, nameEn]: [string, string],
  [duties, dutiesEn]: [string, string],
): TemplateBody => ({ key, parent, kind, tier, name, nameEn, duties, dutiesEn });

const council = (parent: string | null = null) =>
  body(
    "council",
    parent,
    "council",
    "decision",
    ["理事会", "Council"],
    ["统筹规划与决策", "Plans and decides"],
  );
const secretariat = body(
  "secretariat",
  "council",
  "secretariat",
  "coordination",
  ["秘书处", "Secretariat"],
  ["负责日常工作", "Runs the daily business"],
);
const experts = (name: string, nameEn: string) =>
  body(
    "experts",
    "council",
    "expert_committee",
    "coordination",
    [name, nameEn],
    ["提供咨询与指导", "Advises and guides"],
  );
export const cooperation = body(
  "cooperation",
  "council",
  "cooperation_committee",
  "coordination",
  ["政校企行合作委员会", "Government–school–enterprise–association cooperation committee"],
  ["统筹协调各方合作", "Coordinates the parties"],
);
/** S003-10 and S003-11. */
export const entities = [
  body(
    "institute",
    "cooperation",
    "operating_entity",
    "execution",
    ["产教融合研究院", "Institute of industry–education integration"],
    [
      "产业共性技术研究、资源共享服务平台、产教协同育人基地建设",
      "Shared technology research, a platform for shared resources, bases for joint training",
    ],
  ),
  body(
    "company",
    "cooperation",
    "operating_entity",
    "execution",
    ["产业发展有限公司", "Industry development company"],
    ["科技成果转化、产业服务", "Technology transfer and services to industry"],
  ),
];

/** S000-5: 理事会统筹、秘书处负责、专家委员会指导、专项工作委员会引领、产业链专业委员会落实. The N come later by resolution. */
const oneTwoSixN = [
  council(),
  secretariat,
  experts("专家委员会", "Expert committee"),
  ...["一", "二", "三", "四", "五", "六"].map((ordinal, at) =>
    body(
      `special-${at + 1}`,
      "council",
      "special_committee",
      "execution",
      [`专项工作委员会（${ordinal}）`, `Special working committee ${at + 1}`],
      ["引领专项工作", "Leads one field of work"],
    ),
  ),
];

const oneOneTwo = [council(), cooperation, ...entities];

/** S003-4, S003-5 and S003-9: the guidance committee stands above the alliance and has no vote in it. */
const suzhouFull = [
  body(
    "guidance",
    null,
    "guidance_committee",
    null,
    ["指导委员会", "Guidance committee"],
    ["市级层面政策指导", "Guides by policy, at city level"],
  ),
  body(
    "party",
    null,
    "party_committee",
    "decision",
    ["党委", "Party committee"],
    ["领导", "Leads"],
  ),
  body(
    "assembly",
    null,
    "member_assembly",
    "decision",
    ["成员大会", "Members’ assembly"],
    ["民主参与", "Takes part"],
  ),
  council("assembly"),
  body(
    "supervisors",
    "assembly",
    "supervisory_board",
    null,
    ["监事会", "Supervisory board"],
    ["监督，列席会议、可以质询，不参加表决", "Supervises; attends and questions, does not vote"],
  ),
  experts("专家咨询委员会", "Expert advisory committee"),
  cooperation,
  secretariat,
  body(
    "manager",
    "council",
    "manager_office",
    "coordination",
    ["职业经理人", "Professional manager"],
    ["负责运营", "Runs the operation"],
  ),
  ...entities,
];

/** S001-1: representatives of government, schools, parks and enterprises; S001-44: committees below it. */
export const developmentCouncil = [
  body(
    "council",
    null,
    "council",
    "decision",
    ["发展理事会", "Development council"],
    [
      "政校园企成员代表共同议事与决策",
      "Government, schools, parks and enterprises deliberate and decide",
    ],
  ),
  secretariat,
];

const templates: Record<StructureTemplate, readonly TemplateBody[]> = {
  one_two_six_n: oneTwoSixN,
  one_one_two: oneOneTwo,
  suzhou_full: suzhouFull,
  development_council: developmentCouncil,
  empty: [],
};

/** The bodies of a template, every parent before its children. */
export const templateBodies = (template: StructureTemplate): readonly TemplateBody[] =>
  templates[template];
