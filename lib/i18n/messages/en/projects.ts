import type { Translated } from "../translated";
import type { projects as zh } from "../zh-CN/projects";

export const projects: Translated<typeof zh> = {};
