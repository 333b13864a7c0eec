import { expiryOf } from "@/lib/features/calls/rules/living";
import { addDays, type Day, dateOf } from "@/lib/kernel/dates";
import { at } from "../days";
import { idOf } from "../ids";
import { organizationId } from "../organizations";
import type { DemoRows } from "../rows";
import { SUZHOU, suzhouId } from "../suzhou/members";

export const listItemId = (key: string): string => idOf("living-list-item", `${SUZHOU}/${key}`);

type Row = DemoRows["livingListItem"][number];
type Item = Pick<Row, "kind" | "title" | "detail"> &
  Partial<Pick<Row, "pain" | "budget" | "occupation" | "skill" | "headcount">> & {
    key: string;
    unit: string;
    /** Days before loading on which the steward confirmed it. */
    ago: number;
    needed?: number;
  };

const items: readonly Item[] = [
  {
    key: "product-1",
    kind: "product",
    unit: "enterprise-017",
    title: "示例产品 01 协作机器人末端工具",
    detail: "示例：快换接口与夹爪系列。",
    ago: 20,
  },
  {
    key: "product-2",
    kind: "product",
    unit: "enterprise-001",
    title: "示例产品 02 关节模组",
    detail: "示例：中空关节模组三个规格。",
    ago: 60,
  },
  {
    key: "product-3",
    kind: "product",
    unit: "enterprise-002",
    title: "示例产品 03 谐波减速器",
    detail: "示例：轻载系列。",
    ago: 165,
  },
  {
    key: "technology-1",
    kind: "technology",
    unit: "enterprise-017",
    title: "示例需求 01 薄壁铝件焊接变形控制",
    detail: "示例：焊后变形不超过 0.3 mm。",
    pain: "hard",
    budget: "500000",
    ago: 50,
    needed: 300,
  },
  {
    key: "technology-2",
    kind: "technology",
    unit: "enterprise-017",
    title: "示例需求 02 快换接口密封",
    detail: "示例：十万次切换不漏气。",
    pain: "pain",
    budget: "200000",
    ago: 10,
    needed: 240,
  },
  {
    key: "technology-3",
    kind: "technology",
    unit: "enterprise-017",
    title: "示例需求 03 刀具寿命在线预测",
    detail: "示例：加工中心刀具寿命预测，减少提前更换。",
    pain: "hard",
    budget: "260000",
    ago: 5,
    needed: 260,
  },
  {
    key: "technology-4",
    kind: "technology",
    unit: "enterprise-003",
    title: "示例需求 04 装配力矩追溯",
    detail: "示例：关键螺栓装配力矩逐件追溯。",
    pain: "blockage",
    budget: "180000",
    ago: 200,
    needed: 90,
  },
  {
    key: "talent-1",
    kind: "talent",
    unit: "enterprise-017",
    title: "示例岗位 01 机器人调试工程师",
    detail: "示例：现场安装调试。",
    occupation: "工业机器人系统运维员",
    skill: "senior",
    headcount: 12,
    ago: 15,
    needed: 120,
  },
  {
    key: "talent-2",
    kind: "talent",
    unit: "enterprise-001",
    title: "示例岗位 02 数控编程",
    detail: "示例：五轴加工编程。",
    occupation: "多工序数控机床操作调整工",
    skill: "technician",
    headcount: 4,
    ago: 30,
    needed: 60,
  },
  {
    key: "talent-3",
    kind: "talent",
    unit: "enterprise-003",
    title: "示例岗位 03 质量检验",
    detail: "示例：三坐标测量。",
    occupation: "质检员",
    skill: "any",
    headcount: 6,
    ago: 170,
    needed: 45,
  },
];

/** The three living lists: lines in force, some that expire soon, and one that has. */
export const listRows = (today: Day): Partial<DemoRows> => ({
  livingListItem: items.map(({ key, unit, ago, needed, ...item }) => {
    const confirmed = addDays(today, -ago);
    return {
      ...item,
      id: listItemId(key),
      allianceId: suzhouId,
      organizationId: organizationId(unit),
      stewardName: "示例责任人",
      neededOn: needed === undefined ? null : dateOf(addDays(today, needed)),
      confirmedOn: dateOf(confirmed),
      expiresOn: dateOf(expiryOf(confirmed)),
      synthetic: true,
      createdAt: at(confirmed),
    };
  }),
});
