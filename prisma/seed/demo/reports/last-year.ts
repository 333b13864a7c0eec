import type { EditionGiven, SectionGiven } from "@/prisma/seed/factories/reports";
import { at } from "../days";
import { idOf } from "../ids";
import { organizationId } from "../organizations";
import { userId } from "../people";
import { SUZHOU, suzhouId } from "../suzhou/members";
import { ANNUAL_REPORT_2025 } from "../suzhou/sittings";

const office = userId("secretariat@suzhou.example");
const finance = userId("finance@suzhou.example");
const leader = userId("leader@svu.example");

/** Every text of the demonstration says that it is an example; numbers stand in the published figures alone. */
const texts: Record<SectionGiven["kind"], string> = {
  overview:
    "（一）组成\n示例：联合体由政府部门、园区、院校、科研机构、行业组织和企业共同组成，成员名册在门户公布；原文公布的头部企业 {{5.1/enterprises}}。\n（二）宗旨\n示例：围绕机器人与智能制造产业，推进合作办学、合作育人、合作就业、合作发展。",
  governance:
    "（一）会议与决议\n示例：本年度按章程召开理事会，审议年度计划与重大事项，决议逐项督办。\n（二）制度\n示例：修订章程一次，未获通过的修订案按原条款执行。",
  co_running: "示例：成员院校与企业共建产业学院，理事会按协议履职，年度评估结果在门户可查。",
  co_training: "示例：订单班与学徒班按协议组班，企业导师承担部分课程与实训。",
  employment: "示例：成员院校毕业生在本区域就业的情况由学校填报，联合体核验后汇总。",
  technical_service: "示例：以揭榜挂帅方式组织技术攻关，成果转化以合同与到账为依据。",
  funds: "示例：经费按承诺、到账、支出三项登记，财政资金与社会资金分列，不重复计算。",
  cases: "示例：某产业学院将企业真实任务引入课程，学生参与改造的产线已投入使用。",
  problems: "示例：部分中小企业成员参与不足，合作多停留在协议层面。",
  next_year: "（一）机制\n示例：完善成员退出与激励办法。\n（二）项目\n示例：新增实训基地共建项目。",
  data_tables: "示例：本章数据均来自门户登记并经核验的记录，统计口径见各指标定义。",
};

const members: Partial<Record<SectionGiven["kind"], string>> = {
  co_running: "svu",
  co_training: "svu",
  technical_service: "inovance",
};

const sections = (Object.keys(texts) as SectionGiven["kind"][]).map((kind): SectionGiven => {
  const unit = members[kind];
  const authorId = unit ? leader : finance;
  return {
    id: idOf("edition-section", `${SUZHOU}/2025/${kind}`),
    kind,
    organizationId: unit ? organizationId(unit) : null,
    dueOn: "2026-02-10",
    isPublic: kind !== "problems",
    state: "accepted",
    texts: [
      {
        id: idOf("edition-text", `${SUZHOU}/2025/${kind}/1`),
        body: texts[kind],
        authorId,
        at: at("2026-02-05"),
      },
    ],
    submittedById: authorId,
    decidedById: office,
  };
});

/** The edition of 2025, passed by the council in March and published. */
export const lastYear: EditionGiven = {
  id: idOf("edition", `${SUZHOU}/2025`),
  allianceId: suzhouId,
  year: 2025,
  title: ANNUAL_REPORT_2025,
  authority: "示例省级教育主管部门",
  dueOn: "2026-03-31",
  state: "published",
  synthetic: true,
  sections,
  secretaryId: office,
  chairId: userId("chair@suzhou.example"),
  resolutionId: idOf("resolution", `${SUZHOU}/minutes-2/5`),
  at: {
    outline: at("2026-01-05"),
    data_snapshot: at("2026-01-12"),
    drafting: at("2026-01-13"),
    merge: at("2026-02-20"),
    review: at("2026-03-02"),
    council_approved: at("2026-03-12", "16:00"),
    submitted: at("2026-03-20"),
    published: at("2026-03-25"),
  },
};
