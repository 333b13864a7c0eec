import { skillLevels } from "@/lib/features/people/types";
import type { Tx } from "@/lib/platform/db/transaction";
import { allianceId } from "../people";
import { SUZHOU } from "../suzhou/members";
import { addPlatform, type CollegeRows, platformId } from "./rows";

const STUDIO = "示例技能大师工作室";

/** How many a synthetic studio brought to each of the eight levels, the lowest first; nobody yet to the highest. */
const HOLDERS = [36, 28, 24, 17, 9, 4, 1, 0] as const;

export const masterStudio = (rows: CollegeRows): string =>
  addPlatform(rows, SUZHOU, STUDIO, {
    kind: "master_studio",
    level: "municipal",
    host: "svu",
    summary: "示例：展示八级技能阶梯。",
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
