import type { Translated } from "../translated";
import type { alliances as zh } from "../zh-CN/alliances";

export const alliances: Translated<typeof zh> = {};
