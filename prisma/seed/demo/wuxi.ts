import { dateOf } from "@/lib/kernel/dates";
import { idOf } from "./ids";
import { organizationId, organizationRows, REGISTERED_AT } from "./organizations";
import { allianceId } from "./people";
import type { DemoRows } from "./rows";
import { membershipId } from "./suzhou/members";

export const WUXI_COUNCIL = "wuxi-school-council";
const LEAGUE = "delta-zones-league";
const REGION = "320200";

/** S002-53: seats that follow an office; the source names the offices and no person. */
const offices = [
  { position: "chair", officeTitle: "高新区党政主要领导" },
  { position: "vice_chair", officeTitle: "学校党委书记" },
  { position: "vice_chair", officeTitle: "学校校长" },
] as const;

const councilId = allianceId(WUXI_COUNCIL);
const bodyId = idOf("governance-body", `${WUXI_COUNCIL}/council`);

const alliance = (slug: string, given: { name: string; nameEn: string; summary: string }) => ({
  ...given,
  id: allianceId(slug),
  slug,
  status: "operating" as const,
  publishedAt: REGISTERED_AT,
  createdAt: REGISTERED_AT,
});

/** 无锡: a zone that runs a college, its council of offices, and the league that the college leads (S002-48 to S002-60). */
export const wuxiRows = (): Partial<DemoRows> => ({
  ...organizationRows([
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
  ]),
  industrialPark: [{ organizationId: organizationId("wuxi-zone"), zoneType: "high_tech" }],
  alliance: [
    {
      ...alliance(WUXI_COUNCIL, {
        name: "无锡科技职业学院学校理事会",
        nameEn: "School Council of Wuxi Vocational College of Science and Technology",
        summary:
          "区校一体：高新区党政主要领导任理事长，学校党委书记、校长任副理事长（技工院校与产教融合资料汇编）。席位随职务，不随个人。",
      }),
      type: "school_council",
      regionCode: REGION,
    },
    {
      ...alliance(LEAGUE, {
        name: "长三角开发区职业教育发展联盟",
        nameEn: "League for Vocational Education of Yangtze Delta Development Zones",
        summary: "由无锡科技职业学院牵头成立（技工院校与产教融合资料汇编）；来源未列成员。",
      }),
      type: "regional_league",
    },
  ],
  membership: [
    { slug: WUXI_COUNCIL, key: "wuxi-zone", number: 1, isLead: false },
    { slug: WUXI_COUNCIL, key: "wuxi-college", number: 2, isLead: false },
    { slug: LEAGUE, key: "wuxi-college", number: 1, isLead: true },
  ].map(({ slug, key, ...rest }) => ({
    ...rest,
    id: membershipId(slug, key),
    allianceId: allianceId(slug),
    organizationId: organizationId(key),
    createdAt: REGISTERED_AT,
  })),
  membershipPeriod: [
    { slug: WUXI_COUNCIL, key: "wuxi-zone" },
    { slug: WUXI_COUNCIL, key: "wuxi-college" },
    { slug: LEAGUE, key: "wuxi-college" },
  ].map(({ slug, key }) => ({
    id: idOf("membership-period", `${slug}/${key}/1`),
    allianceId: allianceId(slug),
    membershipId: membershipId(slug, key),
    position: "member_unit" as const,
    validFrom: dateOf("2021-04-01"),
    openedReason: "技工院校与产教融合资料汇编；加入日期文中未载",
  })),
  governanceBody: [
    {
      id: bodyId,
      allianceId: councilId,
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
    id: idOf("seat", `${WUXI_COUNCIL}/council/${index + 1}`),
    allianceId: councilId,
    bodyId,
    number: index + 1,
    basis: "ex_officio" as const,
  })),
});
