import { dateOf } from "@/lib/kernel/dates";
import { at } from "../days";
import { idOf } from "../ids";
import { organizationId } from "../organizations";
import type { DemoRows } from "../rows";
import { SUZHOU, suzhouId } from "../suzhou/members";
import { projectId } from "../suzhou/projects";
import { hands } from "./entry";

const fundId = idOf("fund-programme", `${SUZHOU}/2026`);
const allocationId = idOf("fund-commitment", `${SUZHOU}/special/13`);

/** A sample special fund of a sample government department, part of which a project gets in two instalments. */
export const specialFundRows = (): Pick<DemoRows, "fundProgramme"> => ({
  fundProgramme: [
    {
      id: fundId,
      allianceId: suzhouId,
      governmentId: organizationId("government-01"),
      title: "示例：紧缺人才实训专项资金",
      year: 2026,
      total: "3000000.00",
      basis: "示例专项资金文件 2026-01 号",
      createdById: hands.author,
      synthetic: true,
      createdAt: at("2026-02-10"),
    },
  ],
});

export const allocationRows = (): DemoRows["fundCommitment"] => [
  {
    id: allocationId,
    allianceId: suzhouId,
    projectId: projectId(13),
    organizationId: organizationId("government-01"),
    programmeId: fundId,
    kind: "cash",
    amount: "600000.00",
    state: "confirmed",
    proof: "示例拨款通知 2026-03 号",
    confirmedById: hands.author,
    confirmedAt: at("2026-03-16"),
    promisedOn: dateOf("2026-03-16"),
    createdById: hands.author,
    synthetic: true,
    createdAt: at("2026-03-16"),
  },
];

const instalments = [
  ["2026-05-31", "360000.00"],
  ["2026-11-30", "240000.00"],
] as const;

export const allocationInstalments = (): DemoRows["fundInstalment"] =>
  instalments.map(([day, amount], index) => ({
    id: idOf("fund-instalment", `${SUZHOU}/special/13/${index + 1}`),
    allianceId: suzhouId,
    commitmentId: allocationId,
    order: index + 1,
    dueOn: dateOf(day),
    amount,
  }));
