import { addDays, type Day } from "@/lib/kernel/dates";
import type { Prisma } from "@/prisma/generated/client";
import type { EditionGiven, SectionGiven } from "@/prisma/seed/factories/reports";
import { at } from "../days";
import { idOf } from "../ids";
import { organizationId } from "../organizations";
import { userId } from "../people";
import { SUZHOU, suzhouId } from "../suzhou/members";

const office = userId("secretariat@suzhou.example");
const finance = userId("finance@suzhou.example");

/** Chapters in every state: the secretariat's own are written by one and read by the other of its two people. */
const planned: readonly (Omit<SectionGiven, "id" | "texts"> & {
  unit?: string;
  body?: string;
  author?: string;
})[] = [
  {
    kind: "overview",
    state: "accepted",
    author: "finance@suzhou.example",
    body: "（一）组成\n示例：原文公布的头部企业 {{5.1/enterprises}}，本年度成员进出情况见成员名册。\n（二）专班\n示例：联合体专班由3人组成，名单已在门户公布；另聘产业顾问2名。",
    decidedById: office,
  },
  {
    kind: "governance",
    state: "submitted",
    author: "finance@suzhou.example",
    body: "示例：本年度会议、决议与督办情况。",
  },
  {
    kind: "co_running",
    state: "drafting",
    unit: "svu",
    author: "reporter@svu.example",
    body: "示例：产业学院运行情况，待补。",
  },
  {
    kind: "co_training",
    state: "returned",
    unit: "svu",
    author: "leader@svu.example",
    body: "示例：订单班与学徒班情况。",
    decidedById: finance,
    returnReason: "示例：请分别说明订单班与学徒班，不要合并计数",
  },
  { kind: "employment", unit: "college-01" },
  {
    kind: "technical_service",
    state: "submitted",
    unit: "inovance",
    author: "enterprise@inovance.example",
    body: "示例：揭榜项目进展与合同到账情况。",
  },
  { kind: "funds" },
  { kind: "cases", unit: "svu" },
  { kind: "problems", isPublic: false },
  { kind: "next_year" },
  { kind: "data_tables" },
];

/** The edition in hand: its days lie around the day of loading. */
export function thisYear(today: Day): EditionGiven {
  const year = Number(today.slice(0, 4));
  const before = (days: number) => at(addDays(today, -days));
  return {
    id: idOf("edition", `${SUZHOU}/this-year`),
    allianceId: suzhouId,
    year,
    title: `示例：苏州机器人与智能制造产教联合体${year}年度报告`,
    authority: "示例省级教育主管部门",
    dueOn: addDays(today, 60),
    state: "drafting",
    synthetic: true,
    at: { outline: before(20), data_snapshot: before(15), drafting: before(14) },
    sections: planned.map(({ unit, body, author, ...section }) => ({
      ...section,
      id: idOf("edition-section", `${SUZHOU}/this-year/${section.kind}`),
      organizationId: unit ? organizationId(unit) : null,
      dueOn: addDays(today, section.kind === "employment" ? -1 : 20),
      submittedById: author ? userId(author) : null,
      texts: body
        ? [
            {
              id: idOf("edition-text", `${SUZHOU}/this-year/${section.kind}/1`),
              body,
              authorId: author ? userId(author) : null,
              at: before(7),
            },
          ]
        : [],
    })),
  };
}

/** One of the two small numbers of its first chapter was let stand; the other is open. */
export const confirmedNumber = (today: Day): Prisma.EditionNumberCheckUncheckedCreateInput => ({
  id: idOf("edition-number-check", `${SUZHOU}/this-year/1`),
  allianceId: suzhouId,
  editionId: idOf("edition", `${SUZHOU}/this-year`),
  sectionId: idOf("edition-section", `${SUZHOU}/this-year/overview`),
  part: "text",
  number: "3人",
  passage: "示例：联合体专班由3人组成，名单已在门户公布；另聘产业顾问2名。",
  nth: 1,
  reason: "示例：名单已公开",
  confirmedById: office,
  confirmedAt: at(addDays(today, -3)),
});
