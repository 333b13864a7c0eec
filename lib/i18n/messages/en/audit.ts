import type { Translated } from "../translated";
import type { audit as zh } from "../zh-CN/audit";

export const audit: Translated<typeof zh> = {};
