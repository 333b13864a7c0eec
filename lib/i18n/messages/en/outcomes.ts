import type { Translated } from "../translated";
import type { outcomes as zh } from "../zh-CN/outcomes";

export const outcomes: Translated<typeof zh> = {};
