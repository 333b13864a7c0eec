import { yuanText } from "@/lib/kernel/money";
import { at } from "../days";
import { idOf } from "../ids";
import { userId } from "../people";
import type { DemoRows } from "../rows";
import { SUZHOU, suzhouId } from "../suzhou/members";
import { projectId } from "../suzhou/projects";
import { hands } from "./entry";

type Line = {
  task: string;
  title: string;
  department: string;
  responsible: string;
  /** Yuan by version of the budget; the last one holds. */
  plans: readonly bigint[];
};

/** Tasks of two sample projects as a double-high ledger (双高 专项台账) lists them. */
const budgets: Record<number, readonly Line[]> = {
  3: [
    {
      task: "示例任务 1：实训基地建设",
      title: "设备购置",
      department: "示例实训中心",
      responsible: "示例负责人 01",
      plans: [1_400_000n, 1_600_000n],
    },
    {
      task: "示例任务 2：课程与教材",
      title: "教材开发",
      department: "示例教务处",
      responsible: "示例负责人 02",
      plans: [400_000n, 300_000n],
    },
    {
      task: "示例任务 2：课程与教材",
      title: "专家咨询",
      department: "示例教务处",
      responsible: "示例负责人 02",
      plans: [100_000n, 100_000n],
    },
  ],
  13: [
    {
      task: "示例任务 1：技术服务",
      title: "材料与测试",
      department: "示例科技处",
      responsible: "示例负责人 03",
      plans: [60_000n],
    },
    {
      task: "示例任务 2：成果转化",
      title: "差旅与会议",
      department: "示例科技处",
      responsible: "示例负责人 04",
      plans: [20_000n],
    },
  ],
};

const plansOf = Object.entries(budgets).map(([n, lines]) => ({ n: Number(n), lines }));

export const lineId = (n: number, order: number): string =>
  idOf("budget-line", `${SUZHOU}/${n}/${order}`);
const revisionId = (n: number, number: number): string =>
  idOf("budget-revision", `${SUZHOU}/${n}/${number}`);

const versionsOf = (lines: readonly Line[]): number =>
  Math.max(...lines.map((line) => line.plans.length));

/** Budgets with their versions: proposed by the lead's leader, adopted by the secretariat. */
export const budgetRows = (): Pick<DemoRows, "budgetLine" | "budgetRevision" | "budgetAmount"> => ({
  budgetLine: plansOf.flatMap(({ n, lines }) =>
    lines.map(({ plans, ...line }, index) => {
      const planned = plans.at(-1) ?? 0n;
      return {
        ...line,
        id: lineId(n, index + 1),
        allianceId: suzhouId,
        projectId: projectId(n),
        order: index + 1,
        planned: yuanText(planned * 100n),
        ceiling: yuanText(planned * 110n),
      };
    }),
  ),
  budgetRevision: plansOf.flatMap(({ n, lines }) =>
    Array.from({ length: versionsOf(lines) }, (_, index) => ({
      id: revisionId(n, index + 1),
      allianceId: suzhouId,
      projectId: projectId(n),
      number: index + 1,
      state: "adopted" as const,
      reason: index === 0 ? "示例：立项预算" : "示例：设备价格上涨，课程经费调减",
      proposedById: userId("leader@svu.example"),
      decidedById: hands.author,
      decidedAt: at(index === 0 ? "2024-05-20" : "2025-03-12"),
      createdAt: at(index === 0 ? "2024-05-12" : "2025-03-05"),
    })),
  ),
  budgetAmount: plansOf.flatMap(({ n, lines }) =>
    lines.flatMap((line, index) =>
      line.plans.map((planned, version) => ({
        id: idOf("budget-amount", `${SUZHOU}/${n}/${index + 1}/${version + 1}`),
        allianceId: suzhouId,
        revisionId: revisionId(n, version + 1),
        lineId: lineId(n, index + 1),
        planned: yuanText(planned * 100n),
      })),
    ),
  ),
});
