import type { Translated } from "../translated";
import type { applications as zh } from "../zh-CN/applications";

export const applications: Translated<typeof zh> = {};
