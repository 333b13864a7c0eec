import { addDays, type Day } from "@/lib/kernel/dates";
import type { Tx } from "@/lib/platform/db/transaction";
import type { CaseGiven } from "@/prisma/seed/factories/cases";
import { collegeId } from "../colleges/rows";
import { ROBOT } from "../colleges/suzhou";
import { at } from "../days";
import { idOf } from "../ids";
import { organizationId } from "../organizations";
import { userId } from "../people";
import { SUZHOU, suzhouId } from "../suzhou/members";
import { projectId } from "../suzhou/projects";
import { classId } from "../talent/suzhou";

const school = organizationId("svu");
const company = organizationId("inovance");

/** A case in every state, for this year's report; what is cited is an approved result of the same unit. */
export async function typicalCases(tx: Tx, today: Day): Promise<CaseGiven[]> {
  const [cited] = await tx.outcomeRecord.findMany({
    where: {
      allianceId: suzhouId,
      organizationId: school,
      state: { in: ["verified", "published"] },
    },
    orderBy: [{ occurredOn: "asc" }, { id: "asc" }],
    take: 1,
    select: { id: true },
  });
  const common = {
    allianceId: suzhouId,
    year: Number(today.slice(0, 4)),
    deciderId: userId("finance@suzhou.example"),
    at: at(addDays(today, -5)),
    synthetic: true,
  };
  const id = (state: string) => idOf("typical-case", `${SUZHOU}/${state}`);
  return [
    {
      ...common,
      id: id("selected"),
      organizationId: school,
      authorId: userId("leader@svu.example"),
      state: "selected",
      editionId: idOf("edition", `${SUZHOU}/this-year`),
      title: "示例：真实产线任务进课堂",
      background: "示例：企业产线改造缺少现场工程师，学校课程与岗位任务脱节。",
      practice: "示例：校企共编任务书，企业导师与教师同班授课，学生分组完成产线改造。",
      effect: "示例：改造的产线已投入使用，课程任务书在成员院校共享。",
      ...(cited && { recordIds: [cited.id] }),
      links: [
        { id: id("selected/project"), projectId: projectId(55) },
        { id: id("selected/college"), collegeId: collegeId(SUZHOU, ROBOT) },
        { id: id("selected/class"), classId: classId("示例现代学徒制班") },
      ],
    },
    {
      ...common,
      id: id("submitted"),
      organizationId: company,
      authorId: userId("enterprise@inovance.example"),
      state: "submitted",
      title: "示例：企业导师驻校制度",
      background: "示例：实训教师缺少一线经验。",
      practice: "示例：企业每学期派技术骨干驻校，工作量按协议计入考核。",
      effect: "示例：驻校导师参与课程标准修订。",
    },
    {
      ...common,
      id: id("returned"),
      organizationId: school,
      authorId: userId("reporter@svu.example"),
      state: "returned",
      returnReason: "示例：请引用已核验的成果说明成效",
      title: "示例：园区共享实训基地",
      background: "示例：各校实训设备重复购置。",
      practice: "示例：园区出场地，院校与企业共同投入设备，统一排课。",
      effect: "示例：设备使用率提高。",
    },
    {
      ...common,
      id: id("draft"),
      organizationId: school,
      authorId: userId("reporter@svu.example"),
      title: "示例：学徒培养跟踪",
      background: "示例：学徒在岗学习缺少记录。",
      practice: "示例：师徒双方按月填写学习记录。",
      effect: "示例：待补。",
      // Not registered yet: its title stays with its parties.
      links: [{ id: id("draft/project"), projectId: projectId(51) }],
    },
  ];
}
