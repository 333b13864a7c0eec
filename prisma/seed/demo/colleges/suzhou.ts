import { approvalItems, fiveItems } from "@/lib/features/colleges/types";
import { addDays, dateOf } from "@/lib/kernel/dates";
import type { Tx } from "@/lib/platform/db/transaction";
import { idOf } from "../ids";
import { organizationId, REGISTERED_AT } from "../organizations";
import { allianceId } from "../people";
import { bodyId } from "../suzhou/bodies";
import { SUZHOU } from "../suzhou/members";
import { addAgreement, addCollege, type CollegeRows, collegeId } from "./rows";

export const ROBOT = "示例机器人产业学院";
const MOTION = "示例智能制造产业学院";
const PLANNED = "示例工业视觉产业学院";
export const AGREEMENT_YEAR = 2024;
export const TRAINING_YEAR = 2025;
/** An order class and a pathway, each with the agreement that it rests on. */
export const ORDER_CLASS = "示例订单班 A 培养协议";
export const PATHWAY = "示例中高职贯通培养协议";

const school = ["svu", "school_body"] as const;
const board = idOf("governance-body", `${SUZHOU}/college-board`);

/** A college at work, one that is to mend things, one being examined: what the text says nothing of is 示例. */
export function suzhouColleges(rows: CollegeRows, today: string): void {
  addCollege(
    rows,
    SUZHOU,
    ROBOT,
    [school, ["inovance", "enterprise_body"], ["wuzhong", "park_host"]],
    {
      boardId: board,
      place: "park",
      focus: "工业机器人",
      mode: "entity",
      modeEvidence: "示例：学院独立建账，聘任专职负责人",
      establishedOn: dateOf("2024-03-01"),
      establishedYear: 2024,
      summary: "示例：展示运行中的产业学院。",
    },
  );
  addCollege(rows, SUZHOU, MOTION, [school, ["enterprise-001", "enterprise_body"]], {
    state: "rectifying",
    ownership: "mixed",
    place: "plant",
    focus: "运动控制",
    summary: "示例：展示整改中的产业学院。",
  });
  addCollege(rows, SUZHOU, PLANNED, [school, ["enterprise-002", "enterprise_body"]], {
    state: "feasibility",
    stateSince: dateOf(addDays(today, -9)),
    focus: "工业视觉",
    summary: "示例：展示论证中的产业学院。",
  });
  const shares = new Map([
    ["svu", 5100],
    ["enterprise-001", 4900],
  ]);
  for (const party of rows.collegeParty) {
    if (party.collegeId !== collegeId(SUZHOU, MOTION)) continue;
    const [, share] =
      [...shares].find(([key]) => organizationId(key) === party.organizationId) ?? [];
    party.share = share ?? null;
  }
  suzhouAgreements(rows, today);
  trainingAgreements(rows);
}

/** One for years, one about to expire, one in the legal check. */
function suzhouAgreements(rows: CollegeRows, today: string) {
  const numbered = { codeYear: AGREEMENT_YEAR, signedOn: dateOf("2024-01-08") };
  const kind = "industry_college" as const;
  addAgreement(rows, SUZHOU, "示例共建机器人产业学院协议", {
    ...numbered,
    kind,
    codeNumber: 1,
    state: "in_force",
    validFrom: dateOf("2024-03-01"),
    validTo: dateOf(addDays(today, 800)),
    parties: ["svu", "inovance", "wuzhong"],
  });
  addAgreement(rows, SUZHOU, "示例共建智能制造产业学院协议", {
    ...numbered,
    kind,
    codeNumber: 2,
    state: "in_force",
    validFrom: dateOf("2024-03-01"),
    validTo: dateOf(addDays(today, 40)),
    parties: ["svu", "enterprise-001"],
  });
  addAgreement(rows, SUZHOU, "示例设备共享协议", {
    kind: "service",
    state: "legal_check",
    stateSince: dateOf(addDays(today, -3)),
    sealed: false,
    validFrom: dateOf(addDays(today, 20)),
    validTo: dateOf(addDays(today, 750)),
    parties: ["svu", "veichi"],
  });
}

/** What the people of the class and of the pathway signed; both began with the autumn term. */
function trainingAgreements(rows: CollegeRows) {
  const signed = {
    codeYear: TRAINING_YEAR,
    signedOn: dateOf("2025-06-20"),
    state: "in_force" as const,
    validFrom: dateOf("2025-09-01"),
  };
  addAgreement(rows, SUZHOU, ORDER_CLASS, {
    ...signed,
    kind: "training_class",
    codeNumber: 1,
    validTo: dateOf("2028-08-31"),
    summary: "示例：企业按年提出人数，派师傅授课，合格者优先录用。",
    parties: ["college-02", "enterprise-023"],
  });
  addAgreement(rows, SUZHOU, PATHWAY, {
    ...signed,
    kind: "pathway",
    codeNumber: 2,
    validTo: dateOf("2031-08-31"),
    summary: "示例：中职三年、高职两年，转段考核由两校共同组织。",
    parties: ["secondary-01", "college-01"],
  });
}

const key = (text: string) => idOf("college-part", `${SUZHOU}/${text}`);

/** The board is a body of the alliance, below its council. */
export const writeBoard = (tx: Tx) =>
  tx.governanceBody.create({
    data: {
      id: board,
      allianceId: allianceId(SUZHOU),
      kind: "college_board",
      name: `${ROBOT}理事会`,
      nameEn: "Board of the sample robot college",
      tier: "execution",
      parentId: bodyId("council"),
      hostId: organizationId("svu"),
      seatsPlanned: 5,
      sortOrder: 90,
    },
  });

/** What the two working colleges were given, how they share, what shows the five checks, and their reviews. */
export async function writeSuzhou(tx: Tx, today: string): Promise<void> {
  const tenant = allianceId(SUZHOU);
  const robot = { allianceId: tenant, collegeId: collegeId(SUZHOU, ROBOT) };
  const motion = { allianceId: tenant, collegeId: collegeId(SUZHOU, MOTION) };
  const partyOf = (name: string, who: string) => idOf("college-party", `${SUZHOU}/${name}/${who}`);
  const gift = (who: string, kind: "cash" | "equipment" | "site", amount: string, on: string) => ({
    ...robot,
    id: key(`gift/${who}/${kind}`),
    partyId: partyOf(ROBOT, who),
    kind,
    amount,
    valuation: kind === "cash" ? null : "示例：评估报告",
    on: dateOf(on),
    evidence: "示例：移交清单",
    confirmedAt: REGISTERED_AT,
    createdAt: REGISTERED_AT,
  });
  await tx.collegeContribution.createMany({
    data: [
      gift("svu", "site", "2400000.00", "2025-03-01"),
      gift("inovance", "equipment", "3600000.00", "2025-04-10"),
      gift("inovance", "cash", "800000.00", "2025-06-20"),
      gift("wuzhong", "cash", "500000.00", "2025-05-08"),
    ],
  });
  await tx.collegeSharing.createMany({
    data: [
      { ...robot, object: "resources", rule: "示例：设备每周向成员单位开放两个半天。" },
      { ...robot, object: "talent", rule: "示例：教师与工程师双向聘任。" },
      { ...robot, object: "results", rule: "示例：共同成果按投入比例共有。" },
    ],
  });
  await tx.collegeCheck.createMany({
    data: [...approvalItems, ...fiveItems].map((item) => ({
      ...robot,
      item,
      evidence: "示例：学院独立建账，聘任专职负责人",
      checkedAt: REGISTERED_AT,
    })),
  });
  await writeLinks(tx);
  await writeReviews(tx, { robot, motion, today });
}

/** Agreements with their college. */
async function writeLinks(tx: Tx) {
  const link = (title: string, name: string) => ({
    id: key(`link/${title}`),
    allianceId: allianceId(SUZHOU),
    agreementId: idOf("agreement", `${SUZHOU}/${title}`),
    collegeId: collegeId(SUZHOU, name),
  });
  await tx.agreementLink.createMany({
    data: [link("示例共建机器人产业学院协议", ROBOT), link("示例共建智能制造产业学院协议", MOTION)],
  });
}

type Own = { allianceId: string; collegeId: string };

async function writeReviews(tx: Tx, given: { robot: Own; motion: Own; today: string }) {
  const inputs = {
    projects: 0,
    ...{ receivedCash: "0.00", receivedKind: "0.00", contributedCash: "1300000.00" },
    ...{ contributedKind: "6000000.00", contributors: 3, boardMeetings: 2, checks: 5 },
    ...{ entityShown: true, enrolled: 60, enrolledBefore: null, students: null, hired: null },
    satisfaction: 92,
  };
  const report = { selfReport: "示例：本年度工作自评。", enrolled: 60, respondents: 6 };
  const decided = {
    ...{
      year: 2025,
      state: "decided" as const,
      submittedAt: REGISTERED_AT,
      decidedAt: REGISTERED_AT,
    },
    opinion: "示例：评定意见。",
    createdAt: REGISTERED_AT,
  };
  const reviewId = key("review/motion");
  await tx.collegeReview.createMany({
    data: [
      {
        ...given.robot,
        ...decided,
        ...report,
        id: key("review/robot"),
        satisfaction: 92,
        inputs,
        points: 79,
        grade: "b",
      },
      {
        ...given.motion,
        ...decided,
        id: reviewId,
        selfReport: report.selfReport,
        enrolled: 35,
        inputs: {
          ...inputs,
          ...{ contributedCash: "0.00", contributedKind: "0.00", contributors: 0 },
          ...{ boardMeetings: 0, checks: 2, entityShown: false, enrolled: 35, satisfaction: null },
        },
        points: 23,
        grade: "d",
        vetoes: ["no_board_meeting", "no_contribution"],
      },
    ],
  });
  await tx.collegeRectification.createMany({
    data: [
      ["召开学院理事会，确定年度计划", "svu"],
      ["落实合作方年度投入", "enterprise-001"],
    ].map(([title = "", who = ""], index) => ({
      id: key(`item/${index}`),
      allianceId: given.motion.allianceId,
      reviewId,
      title: `示例：${title}`,
      dueOn: dateOf(addDays(given.today, 30 + index * 30)),
      organizationId: organizationId(who),
    })),
  });
}
