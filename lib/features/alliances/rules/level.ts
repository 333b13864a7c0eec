import type { RecognitionLevel } from "../../organizations/types";

/** 北京, 天津, 上海, 重庆: cities with the rank of a province. */
const MUNICIPALITIES = new Set(["11", "12", "31", "50"]);

/** Message key of a level where it is said: in 重庆 "市级" means provincial, in 苏州 prefectural (domain 2.3). */
export const levelKey = (level: RecognitionLevel, regionCode: string | null) =>
  level === "provincial" && MUNICIPALITIES.has(regionCode?.slice(0, 2) ?? "")
    ? ("provincialOfMunicipality" as const)
    : level;
