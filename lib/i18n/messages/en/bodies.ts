import type { Translated } from "../translated";
import type { bodies as zh } from "../zh-CN/bodies";

export const bodies: Translated<typeof zh> = {};
