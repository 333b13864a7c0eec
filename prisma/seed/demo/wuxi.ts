import { dateOf } from "@/lib/kernel/dates";
import { idOf } from "./ids";
import {
  type DemoOrganization,
  organizationId,
  organizationRows,
  REGISTERED_AT,
} from "./organizations";
import { allianceId } from "./people";
import type { DemoRows } from "./rows";
import { membershipId } from "./suzhou/members";

const COUNCIL = "wuxi-school-council";
const LEAGUE = "delta-zones-league";
const REGION = "320200";

const organizations: DemoOrganization[] = [
  {
    key: "wuxi-zone",
    name: "无锡国家高新技术产业开发区",
    kind: "park",
    shortName: "无锡高新区",
    regionCode: REGION,
  },
  {
    key: "wuxi-college",
    name: "无锡科技职业学院",
    kind: "vocational_college",
    regionCode: REGION,
    sponsor: "wuxi-zone",
  },
];

const alliances = [
  {
    slug: COUNCIL,
    type: "school_council",
    regionCode: REGION,
    name: "无锡科技职业学院学校理事会",
    nameEn: "School Council of Wuxi Vocational College of Science and Technology",
    summary:
      "区校一体：高新区党政主要领导任理事长，学校党委书记、校长任副理事长（技工院校与产教融合资料汇编）。席位随职务，不随个人。",
  },
  {
    slug: LEAGUE,
    type: "regional_league",
    regionCode: null,
    name: "长三角开发区职业教育发展联盟",
    nameEn: "League for Vocational Education of Yangtze Delta Development Zones",
    summary: "由无锡科技职业学院牵头成立（技工院校与产教融合资料汇编）；来源未列成员。",
  },
] as const;

const members = [
  { slug: COUNCIL, key: "wuxi-zone", number: 1, isLead: false },
  { slug: COUNCIL, key: "wuxi-college", number: 2, isLead: false },
  { slug: LEAGUE, key: "wuxi-college", number: 1, isLead: true },
] as const;

/** S002-53: seats that follow an office; the source names the offices and no person. */
const offices = [
  { position: "chair", officeTitle: "高新区党政主要领导" },
  { position: "vice_chair", officeTitle: "学校党委书记" },
  { position: "vice_chair", officeTitle: "学校校长" },
] as const;

const bodyId = idOf("governance-body", `${COUNCIL}/council`);

/** 无锡: a zone that runs a college, its council of offices, and the league that the college leads (S002-48 to S002-60). */
export const wuxiRows = (): Partial<DemoRows> => ({
  ...organizationRows(organizations),
  industrialPark: [{ organizationId: organizationId("wuxi-zone"), zoneType: "high_tech" }],
  alliance: alliances.map((alliance) => ({
    ...alliance,
    id: allianceId(alliance.slug),
    status: "operating",
    publishedAt: REGISTERED_AT,
    createdAt: REGISTERED_AT,
  })),
  membership: members.map(({ slug, key, ...rest }) => ({
    ...rest,
    id: membershipId(slug, key),
    allianceId: allianceId(slug),
    organizationId: organizationId(key),
    createdAt: REGISTERED_AT,
  })),
  membershipPeriod: members.map(({ slug, key }) => ({
    id: idOf("membership-period", `${slug}/${key}/1`),
    allianceId: allianceId(slug),
    membershipId: membershipId(slug, key),
    position: "member_unit",
    validFrom: dateOf("2021-04-01"),
    openedReason: "技工院校与产教融合资料汇编；加入日期文中未载",
  })),
  governanceBody: [
    {
      id: bodyId,
      allianceId: allianceId(COUNCIL),
      kind: "council",
      name: "学校理事会",
      nameEn: "School council",
      tier: "decision",
      seatsPlanned: offices.length,
      sortOrder: 1,
    },
  ],
  seat: offices.map((office, index) => ({
    ...office,
    id: idOf("seat", `${COUNCIL}/council/${index + 1}`),
    allianceId: allianceId(COUNCIL),
    bodyId,
    number: index + 1,
    basis: "ex_officio",
  })),
});
