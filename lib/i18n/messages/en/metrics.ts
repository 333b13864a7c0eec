import type { Translated } from "../translated";
import type { metrics as zh } from "../zh-CN/metrics";

export const metrics: Translated<typeof zh> = {};
