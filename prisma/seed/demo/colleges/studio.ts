import { skillLevels } from "@/lib/features/people/types";
import type { Tx } from "@/lib/platform/db/transaction";
import { idOf } from "../ids";
import { REGISTERED_AT } from "../organizations";
import { allianceId } from "../people";
import { SUZHOU } from "../suzhou/members";
import { addPlatform, type CollegeRows, platformId } from "./rows";

const STUDIO = "示例技能大师工作室";

type Level = (typeof skillLevels)[number];

const group = (title: string, fromLevel: Level, toLevel: Level) => ({
  id: idOf("promotion", title),
  allianceId: allianceId(SUZHOU),
  platformId: platformId(SUZHOU, STUDIO),
  title,
  fromLevel,
  toLevel,
  synthetic: true,
  createdAt: REGISTERED_AT,
});

/** How many a synthetic studio brought to each of the eight levels, the lowest first; nobody yet to the highest. */
const HOLDERS = [36, 28, 24, 17, 9, 4, 1, 0] as const;

export const masterStudio = (rows: CollegeRows): string =>
  addPlatform(rows, SUZHOU, STUDIO, {
    kind: "master_studio",
    level: "municipal",
    host: "svu",
    summary: "示例：展示八级技能阶梯。",
  });

const day = (text: string) => new Date(`${text}T00:00:00Z`);

/** Three groups on their way: one certified in each of two years, whom the numbers above hold already, and one in training. */
export const writePromotions = (tx: Tx) =>
  tx.studioPromotion.createMany({
    data: [
      {
        ...group("示例：2025 年中级工班", "junior", "intermediate"),
        state: "certified",
        ...{
          enrolled: 16,
          enrolledOn: day("2025-03-03"),
          trained: 15,
          trainedOn: day("2025-06-20"),
        },
        ...{
          assessed: 15,
          assessedOn: day("2025-07-05"),
          certified: 13,
          certifiedOn: day("2025-08-01"),
        },
        certificateNo: "示例证〔2025〕3 号",
      },
      {
        ...group("示例：2026 年春季高级工班", "intermediate", "senior"),
        state: "certified",
        ...{
          enrolled: 12,
          enrolledOn: day("2026-03-02"),
          trained: 11,
          trainedOn: day("2026-05-29"),
        },
        ...{
          assessed: 11,
          assessedOn: day("2026-06-13"),
          certified: 9,
          certifiedOn: day("2026-07-10"),
        },
        certificateNo: "示例证〔2026〕2 号",
      },
      {
        ...group("示例：2026 年秋季技师班", "senior", "technician"),
        state: "trained",
        ...{ enrolled: 8, enrolledOn: day("2026-09-07"), trained: 8, trainedOn: day("2026-11-06") },
      },
    ],
  });

export const writeLadder = (tx: Tx) =>
  tx.studioLadder.createMany({
    data: skillLevels.map((level, place) => ({
      allianceId: allianceId(SUZHOU),
      platformId: platformId(SUZHOU, STUDIO),
      level,
      holders: HOLDERS[place] ?? 0,
    })),
  });
