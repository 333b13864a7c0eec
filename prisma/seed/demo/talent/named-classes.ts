import type { TrainingClassKind } from "@/prisma/generated/enums";
import { CASES, WESTERN, WUXI } from "../colleges/organizations";
import { collegeId } from "../colleges/rows";
import { idOf, range, two } from "../ids";
import { organizationId, REGISTERED_AT } from "../organizations";
import { allianceId } from "../people";

/*
 * Classes that the texts speak of outside of the technician schools: no text says how many sat in them, so none has heads.
 */
type Named = {
  slug: string;
  name: string;
  school: string;
  kind: TrainingClassKind;
  note: string;
  college?: string;
  months?: number;
  partners?: readonly string[];
};

const S001 = "来源：重庆市人民政府网 2024-11-04。";
const S002 = "来源：技工院校与产教融合资料汇编。";
const KUNSHAN = "昆山学院现代学徒制班";

const named: readonly Named[] = [
  {
    slug: CASES,
    name: KUNSHAN,
    school: "njcit",
    kind: "modern_apprenticeship",
    college: "昆山学院",
    months: 36,
    partners: range(1, 7).map((n) => `kunshan-enterprise-${two(n)}`),
    note: `${S002}学段 1+1+1：一年通识教育、一年专业基础教育、一年企业技能培养；人数来源未载。`,
  },
  {
    slug: WUXI,
    name: "“本土双元”人才定制培养班",
    school: "wuxi-college",
    kind: "local_dual",
    college: "智能制造产业学院",
    note: `${S002}智能制造产业学院按岗位需求开展；人数与企业来源未载。`,
  },
  {
    slug: WESTERN,
    name: "“三跨两融”种子班",
    school: "cqcvc",
    kind: "source",
    note: `${S001}人数来源未载。`,
  },
  {
    slug: WESTERN,
    name: "现代工匠班",
    school: "cqcvc",
    kind: "craftsman",
    note: `${S001}人数来源未载。`,
  },
];

const classId = ({ slug, name }: Pick<Named, "slug" | "name">) =>
  idOf("training-class", `${slug}/${name}`);

export const namedClassRows = named.map((one) => ({
  id: classId(one),
  allianceId: allianceId(one.slug),
  organizationId: organizationId(one.school),
  collegeId: one.college ? collegeId(one.slug, one.college) : null,
  kind: one.kind,
  name: one.name,
  months: one.months ?? null,
  note: one.note,
  createdAt: REGISTERED_AT,
}));

export const namedStageRows = (
  [
    ["通识教育", "school"],
    ["专业基础教育", "school"],
    ["企业技能培养", "enterprise"],
  ] as const
).map(([title, place], index) => ({
  allianceId: allianceId(CASES),
  classId: classId({ slug: CASES, name: KUNSHAN }),
  ordinal: index + 1,
  title,
  months: 12,
  place,
}));

export const namedPartnerRows = named.flatMap((one) =>
  (one.partners ?? []).map((unit) => ({
    allianceId: allianceId(one.slug),
    classId: classId(one),
    organizationId: organizationId(unit),
    mentors: 0,
  })),
);
