import type { Translated } from "../translated";
import type { memberships as zh } from "../zh-CN/memberships";

export const memberships: Translated<typeof zh> = {};
