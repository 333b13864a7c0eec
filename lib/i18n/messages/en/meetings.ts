import type { Translated } from "../translated";
import type { meetings as zh } from "../zh-CN/meetings";

export const meetings: Translated<typeof zh> = {};
