import type { Translated } from "../translated";
import type { refusals as zh } from "../zh-CN/refusals";

export const refusals: Translated<typeof zh> = {
  "alliance-frozen": "The alliance is suspended or dissolved: it can be read, not changed.",
};
