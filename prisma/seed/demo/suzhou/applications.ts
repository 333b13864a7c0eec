import { syntheticCreditCode } from "@/lib/features/organizations/rules/credit-code";
import { addDays, type Day } from "@/lib/kernel/dates";
import { at } from "../days";
import { idOf, sha256 } from "../ids";
import { organizationId } from "../organizations";
import { userId } from "../people";
import type { DemoRows } from "../rows";
import { SUZHOU, suzhouId } from "./members";

const applicationId = (number: number): string =>
  idOf("membership-application", `${SUZHOU}/${number}`);

/** Where an open case stands; `days` is how long ago it began to wait, so that its deadline lies ahead. */
const cases = [
  {
    number: 1,
    name: "示例企业 111",
    serial: 111,
    kind: "enterprise",
    state: "checking",
    submitted: 9,
    waits: 6,
    linked: null,
    plan: "每年接收订单班学生 20 人，提供协作机器人工作站 1 套供实训使用。",
  },
  {
    number: 2,
    name: "示例企业 112",
    serial: 112,
    kind: "enterprise",
    state: "supplement",
    submitted: 16,
    waits: 12,
    linked: null,
    plan: "参与减速器可靠性测试项目。",
  },
  {
    number: 3,
    name: "示例科研机构 05",
    serial: 815,
    kind: "research_institute",
    state: "recommended",
    submitted: 40,
    waits: 8,
    linked: "institute-05",
    plan: "开放示例检测平台，每年为成员企业提供检测服务。",
  },
] as const;

const QUESTION = "请补充联系人授权书，并说明本年度拟投入的设备与人员。";

/** Three applications on their way: one being checked, one waiting for the applicant, one for the council. */
export const suzhouApplicationRows = (today: Day): Partial<DemoRows> => ({
  membershipApplication: cases.map(
    ({ number, name, serial, linked, submitted, waits, ...given }) => ({
      id: applicationId(number),
      allianceId: suzhouId,
      number,
      // The case link of a demonstration is no secret, just as its password is none.
      caseTokenHash: sha256(`demo-case-${number}`),
      state: given.state,
      organizationName: name,
      creditCode: syntheticCreditCode(serial),
      kind: given.kind,
      organizationId: linked ? organizationId(linked) : null,
      requestedPosition: "member_unit",
      contactName: `示例申请人 ${number}`,
      contactEmail: `contact${number}@applicant.example`,
      contactPhone: `000-0000-000${number}`,
      statement: "希望加入联合体，参与机器人与智能制造方向的联合培养与技术攻关。",
      contributionPlan: given.plan,
      createdAt: at(addDays(today, -submitted)),
      stateSince: at(addDays(today, -waits)),
    }),
  ),
  applicationMessage: [
    {
      id: idOf("application-message", `${SUZHOU}/2/1`),
      allianceId: suzhouId,
      applicationId: applicationId(2),
      kind: "question",
      text: QUESTION,
      authorId: userId("secretariat@suzhou.example"),
      createdAt: at(addDays(today, -12)),
    },
  ],
  counter: [{ allianceId: suzhouId, series: "application", year: 0, value: cases.length }],
});
