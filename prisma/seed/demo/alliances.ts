import { dateOf } from "@/lib/kernel/dates";
import type { DemoAlliance } from "./chongqing/alliances";
import { idOf } from "./ids";
import { organizationId, REGISTERED_AT } from "./organizations";
import { allianceId } from "./people";
import type { DemoRows } from "./rows";
import { membershipId } from "./suzhou/members";

/** The texts list members without the day they joined: the first day of the month in which the text appeared. */
const LISTED = {
  S000: { on: "2024-10-01", words: "华龙网 2024-10-17" },
  S001: { on: "2024-11-01", words: "重庆市人民政府网 2024-11-04" },
  S002: { on: "2020-01-01", words: "技工院校与产教融合资料汇编" },
} as const;

/** Alliances with their members; the leads bear the first certificate numbers. */
export const allianceRows = (list: readonly DemoAlliance[]): Partial<DemoRows> => ({
  alliance: list.map(({ slug, basePark, ...given }) => ({
    id: allianceId(slug),
    slug,
    name: given.name,
    nameEn: given.nameEn,
    shortName: given.shortName ?? null,
    type: given.type,
    level: given.level ?? null,
    status: "operating" as const,
    regionCode: given.type === "industry_community" ? null : "500000",
    leadIndustry: given.leadIndustry ?? null,
    structureTemplate: given.structure ?? "empty",
    baseParkId: basePark ? organizationId(basePark) : null,
    summary: given.summary,
    publishedAt: REGISTERED_AT,
    createdAt: REGISTERED_AT,
  })),
  membership: list.flatMap(({ slug, leads, members }) =>
    [...leads, ...members].map((key, index) => ({
      id: membershipId(slug, key),
      allianceId: allianceId(slug),
      organizationId: organizationId(key),
      number: index + 1,
      isLead: leads.includes(key),
      createdAt: REGISTERED_AT,
    })),
  ),
  membershipPeriod: list.flatMap(({ slug, leads, members, source }) =>
    [...leads, ...members].map((key) => ({
      id: idOf("membership-period", `${slug}/${key}/1`),
      allianceId: allianceId(slug),
      membershipId: membershipId(slug, key),
      position: "member_unit" as const,
      validFrom: dateOf(LISTED[source].on),
      openedReason: `成员名单（${LISTED[source].words}）；加入日期文中未载`,
    })),
  ),
});
