import type { Translated } from "../translated";
import type { organizations as zh } from "../zh-CN/organizations";

export const organizations: Translated<typeof zh> = {};
