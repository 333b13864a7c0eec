import { addDays, type Day } from "@/lib/kernel/dates";
import type { CorrectionReason } from "@/prisma/generated/enums";
import { at } from "../days";
import { idOf } from "../ids";
import { allianceId, userId } from "../people";
import { SUZHOU } from "../suzhou/members";

const alliance = allianceId(SUZHOU);
export const reporter = userId("reporter@svu.example");
export const first = userId("secretariat@suzhou.example");
export const second = userId("finance@suzhou.example");

const recordOf = (key: string) => idOf("outcome-record", `${SUZHOU}/${key}`);

type Asked = {
  number: number;
  record: string;
  reasonCode: CorrectionReason;
  reason: string;
  /** Days before the load. */
  ago: number;
  newQuantity?: string;
  newNaturalKey?: string;
  withdraws?: boolean;
};

const asked = (today: Day, { ago, record, ...words }: Asked) => ({
  ...words,
  id: idOf("correction-case", `${SUZHOU}/${words.number}`),
  allianceId: alliance,
  recordId: recordOf(record),
  recordVersion: 1,
  requestedById: reporter,
  requestedAt: at(addDays(today, -ago), "09:30"),
  synthetic: true,
});

/** The four ways a case can stand: applied, refused, agreed to by one, just asked for. */
export const caseRows = (today: Day) => [
  asked(today, {
    number: 1,
    record: "M27/2025/svu",
    reasonCode: "clerical",
    reason: "示例：到账按合同额填报，银行回单为准，应为 88.60 万元。",
    ago: 6,
    newQuantity: "88.60",
  }),
  asked(today, {
    number: 2,
    record: "M26/2025/svu",
    reasonCode: "late_evidence",
    reason: "示例：另有一笔到账，凭证后补。",
    ago: 5,
    newQuantity: "120.00",
  }),
  asked(today, {
    number: 3,
    record: "M45/2025/svu",
    reasonCode: "definition",
    reason: "示例：其中 6 人取得的不是技能等级证书，不符合口径。",
    ago: 4,
    newQuantity: "48.00",
  }),
  asked(today, {
    number: 4,
    record: "thing/M38-2025-03",
    reasonCode: "double_count",
    reason: "示例：与另一篇论文为同一成果。",
    ago: 2,
    withdraws: true,
  }),
];

export const [APPLIED, REFUSED, ENDORSED] = [1, 2, 3] as const;
