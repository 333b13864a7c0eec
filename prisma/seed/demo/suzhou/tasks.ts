import { addDays, type Day, dateOf } from "@/lib/kernel/dates";
import type { TaskState } from "@/prisma/generated/enums";
import { at } from "../days";
import { idOf } from "../ids";
import { organizationId } from "../organizations";
import { personId, userId } from "../people";
import type { DemoRows } from "../rows";
import { delegateOf } from "./council";
import { SUZHOU, suzhouId } from "./members";

const secretariat = "secretariat@suzhou.example";

type Told = { state: TaskState; on: Day; text?: string };
type Plan = {
  key: string;
  /** Sitting and item of the resolution. */
  resolution: string;
  title: string;
  detail?: string;
  /** A unit of the council, or the secretariat. */
  unit?: string;
  due: Day;
  given: Day;
  told: readonly Told[];
};

/** What followed from the resolutions: some done, one waiting to be accepted, one overdue. */
const plansOf = (today: Day): readonly Plan[] => [
  {
    key: "charter",
    resolution: "minutes-1/1",
    title: "示例：印发章程",
    due: "2023-12-15",
    given: "2023-11-16",
    told: [
      { state: "reported", on: "2023-12-01", text: "示例：已印发全体成员单位。" },
      { state: "accepted", on: "2023-12-04" },
    ],
  },
  {
    key: "supervisor",
    resolution: "minutes-1/2",
    title: "示例：颁发监事聘书",
    due: "2023-12-31",
    given: "2023-11-16",
    told: [
      { state: "reported", on: "2023-12-10", text: "示例：聘书已送达。" },
      { state: "accepted", on: "2023-12-12" },
    ],
  },
  {
    key: "plan",
    resolution: "minutes-2/2",
    title: "示例：按分工落实年度工作计划",
    detail: "示例：各成员单位按季度报告落实情况。",
    unit: "svu",
    due: addDays(today, 14),
    given: "2026-03-13",
    told: [{ state: "running", on: "2026-04-20", text: "示例：第一季度任务已完成三项。" }],
  },
  {
    key: "base-agreement",
    resolution: "minutes-2/4",
    title: "示例：签订实训基地共建协议",
    unit: "inovance",
    due: addDays(today, -10),
    given: "2026-03-13",
    told: [{ state: "running", on: "2026-05-08", text: "示例：协议文本双方已会签，待盖章。" }],
  },
  {
    key: "base-equipment",
    resolution: "minutes-2/4",
    title: "示例：实训设备清单确认",
    unit: "svu",
    due: addDays(today, 5),
    given: "2026-03-13",
    told: [{ state: "reported", on: "2026-06-02", text: "示例：清单已由双方确认，请验收。" }],
  },
];

const taskId = (key: string) => idOf("task", `${SUZHOU}/${key}`);

function rowOf({ key, resolution, title, detail, unit, due, given, told }: Plan) {
  const last = told.at(-1);
  return {
    id: taskId(key),
    allianceId: suzhouId,
    resolutionId: idOf("resolution", `${SUZHOU}/${resolution}`),
    title,
    detail: detail ?? null,
    organizationId: unit ? organizationId(unit) : null,
    personId: personId(unit ? delegateOf(unit).key : secretariat),
    dueOn: dateOf(due),
    state: last?.state ?? "open",
    stateSince: at(last?.on ?? given),
    version: told.length + 1,
    createdById: userId(secretariat),
    createdAt: at(given),
  };
}

const eventsOf = ({ key, given, unit, told }: Plan): DemoRows["taskEvent"] =>
  [{ state: "open" as const, on: given }, ...told].map((event: Told, index) => ({
    id: idOf("task-event", `${SUZHOU}/${key}/${index}`),
    allianceId: suzhouId,
    taskId: taskId(key),
    state: event.state,
    text: event.text ?? null,
    authorId: userId(
      unit && event.state !== "open" && event.state !== "accepted"
        ? delegateOf(unit).key
        : event.state === "accepted"
          ? "chair@suzhou.example"
          : secretariat,
    ),
    at: at(event.on),
  }));

export function suzhouTaskRows(today: Day): Partial<DemoRows> {
  const plans = plansOf(today);
  return { task: plans.map(rowOf), taskEvent: plans.flatMap(eventsOf) };
}
