import type { Translated } from "../translated";
import type { common as zh } from "../zh-CN/common";

export const common: Translated<typeof zh> = {};
