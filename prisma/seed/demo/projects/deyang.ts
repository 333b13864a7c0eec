import { dateOf } from "@/lib/kernel/dates";
import type { DutyKind, PartyRole } from "@/prisma/generated/enums";
import { CASES } from "../colleges/organizations";
import { at } from "../days";
import { idOf } from "../ids";
import { organizationId } from "../organizations";
import { allianceId } from "../people";

/*
 * The one conditional promise that a text gives (domain 5.4): 2,000 万元 once the company sells with profit, of which
 * nothing has arrived. Parties and duties are the text's, days and number are samples.
 */
const tenant = allianceId(CASES);
const id = idOf("project", `${CASES}/1`);
const here = { allianceId: tenant, projectId: id };
const START = "2017-06-01";
export const DEYANG_YEAR = 2017;

export const deyangProject = {
  id,
  allianceId: tenant,
  codeYear: DEYANG_YEAR,
  codeNumber: 1,
  registeredAt: at(START),
  title: "示例登记 空气动压轴承技术成果转化",
  type: "transfer" as const,
  state: "running" as const,
  stateSince: at(START),
  summary:
    "来源：技工院校与产教融合资料汇编。德阳军民融合科技成果应用转化中心的首个军转民项目；2017年6月成立四川九远气浮科技有限公司。编号与起止日期来源未载，为示例。",
  leadId: organizationId("deyang-government"),
  startsOn: dateOf(START),
  endsOn: dateOf("2029-12-31"),
  planNumber: 0,
  synthetic: true,
  createdAt: at(START),
};

const parties: readonly [string, PartyRole, DutyKind | null, string | null][] = [
  ["deyang-government", "lead", "platform", "政府搭平台"],
  ["caep-six", "executor", "team", "院所送团队"],
  ["sichuan-construction", "co_builder", "base", "高校建基地"],
  ["deyang-siyuan", "executor", "development", "企业促开发"],
  ["jiuyuan", "funder", null, null],
];
export const deyangParties = parties.map(([unit, role, dutyKind, duty]) => ({
  ...here,
  id: idOf("project-party", `${CASES}/1/${unit}`),
  organizationId: organizationId(unit),
  role,
  dutyKind,
  duty,
  state: "confirmed" as const,
  answeredAt: at(START),
}));

export const deyangEvents = (["created", "registered", "started"] as const).map((kind, index) => ({
  ...here,
  id: idOf("project-event", `${CASES}/1/${index + 1}`),
  kind,
  createdAt: at(START, `10:0${index}`),
}));

export const deyangPromise = {
  ...here,
  id: idOf("fund-commitment", `${CASES}/1`),
  organizationId: organizationId("jiuyuan"),
  kind: "cash" as const,
  amount: "20000000.00",
  state: "conditional" as const,
  condition: "待公司实现销售利润后，由公司设立2000万的创新创业引导基金",
  promisedOn: dateOf(START),
  synthetic: true,
  createdAt: at(START),
};
