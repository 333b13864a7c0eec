import { at } from "../days";
import type { DemoFile } from "../files";
import { userId } from "../people";
import { SUZHOU } from "./members";
import { suzhouOutcomes } from "./outcomes";

const secretariat = userId("secretariat@suzhou.example");
const reporter = userId("reporter@svu.example");
const NOTE = "本文件为演示数据，所载内容均为示例，不对应任何真实单位或人员。";

const paper = (
  key: string,
  title: string,
  lines: readonly string[],
  by: { uploadedById: string; on: string },
): DemoFile => ({
  alliance: SUZHOU,
  key,
  name: `${title}.pdf`,
  lines: [title, NOTE, ...lines],
  uploadedById: by.uploadedById,
  createdAt: at(by.on),
});

const bySecretariat = (on: string) => ({ uploadedById: secretariat, on });
const byReporter = (on: string) => ({ uploadedById: reporter, on });

/** The papers of the results that wait, each with other bytes. */
const waiting: readonly DemoFile[] = suzhouOutcomes
  .filter(({ state }) => state === "submitted")
  .map(({ paper: key, title, on, enteredById }) => ({
    alliance: SUZHOU,
    key,
    name: `${title} 佐证.pdf`,
    lines: [title, NOTE, `取得日期 ${on}，编号 ${key}。`],
    uploadedById: enteredById ?? null,
    createdAt: at(on),
  }));

/** Minutes, applications and evidence that the Suzhou records point to. */
export const suzhouPapers: readonly DemoFile[] = [
  paper(
    "minutes-1",
    "示例会议纪要 一届一次理事会",
    [
      "应到 31 席，实到 29 席。",
      "一、通过示例章程：赞成 27，反对 1，弃权 1。",
      "二、选举监事：赞成 26，反对 2，弃权 1。",
    ],
    bySecretariat("2023-11-16"),
  ),
  paper(
    "minutes-2",
    "示例会议纪要 一届三次理事会",
    [
      "应到 31 席，实到 27 席。",
      "一、听取年度工作报告。",
      "二、年度工作计划：赞成 25，反对 1，弃权 1，通过。",
      "三、章程修订案：赞成 19，反对 6，弃权 2，未达全体席位三分之二，未通过。",
      "四、示例实训基地共建方案：赞成 20，反对 3，弃权 3，回避 1，通过。",
    ],
    bySecretariat("2026-03-13"),
  ),
  paper(
    "coming-report",
    "示例秘书处半年工作报告",
    ["一、成员与会议。", "二、合作项目进展。", "三、下半年安排。"],
    bySecretariat("2026-06-30"),
  ),
  paper(
    "coming-admission",
    "示例入会审查意见",
    ["申请材料齐全，投入计划可行，建议提交理事会审议。"],
    bySecretariat("2026-06-30"),
  ),
  paper(
    "project-application",
    "示例项目申报书",
    ["项目名称、参与方、分工与投入见系统记录。"],
    byReporter("2023-11-20"),
  ),
  paper(
    "patents",
    "示例专利证书清单",
    ["示例专利号与授权日期见系统记录。"],
    byReporter("2023-11-20"),
  ),
  paper(
    "rosters",
    "示例培训签到表",
    ["示例培训的期次、人数与天数见系统记录。"],
    byReporter("2023-11-20"),
  ),
  paper(
    "competition-2024",
    "示例赛事证明 2024",
    ["兹证明示例职业技能赛事 2024 已举办。"],
    byReporter("2024-12-10"),
  ),
  paper(
    "vouchers",
    "示例到账凭证与合同",
    ["示例合同号与到账金额见系统记录。"],
    byReporter("2023-11-20"),
  ),
  paper(
    "certificates",
    "示例证书与文件清单",
    ["示例证书编号见系统记录。"],
    byReporter("2023-11-20"),
  ),
  ...waiting,
];
