import type { Translated } from "../translated";
import type { dashboards as zh } from "../zh-CN/dashboards";

export const dashboards: Translated<typeof zh> = {};
