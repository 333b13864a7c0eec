import type { Translated } from "../translated";
import type { files as zh } from "../zh-CN/files";

export const files: Translated<typeof zh> = {};
