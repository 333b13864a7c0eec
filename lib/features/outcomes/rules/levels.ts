import { type ResultLevel, resultLevels } from "../types";

/** Cities directly under the central government, by the first two digits of their region. */
const MUNICIPALITIES = ["11", "12", "31", "50"];

export const isMunicipality = (regionCode: string | null): boolean =>
  regionCode !== null && MUNICIPALITIES.includes(regionCode.slice(0, 2));

/** 市级 of Beijing, Tianjin, Shanghai and Chongqing has the rank of a province. */
export const levelThatCounts = (said: ResultLevel, regionCode: string | null): ResultLevel =>
  said === "municipal" && isMunicipality(regionCode) ? "provincial" : said;

const rank = (level: ResultLevel): number => resultLevels.indexOf(level);

export const isHigher = (
  level: ResultLevel | null | undefined,
  than: ResultLevel | null | undefined,
): boolean => level != null && than != null && rank(level) > rank(than);
