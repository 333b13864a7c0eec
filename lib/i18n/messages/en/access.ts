import type { Translated } from "../translated";
import type { access as zh } from "../zh-CN/access";

export const access: Translated<typeof zh> = {};
