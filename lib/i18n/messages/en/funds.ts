import type { Translated } from "../translated";
import type { funds as zh } from "../zh-CN/funds";

export const funds: Translated<typeof zh> = {};
