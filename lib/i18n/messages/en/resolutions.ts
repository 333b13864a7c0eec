import type { Translated } from "../translated";
import type { resolutions as zh } from "../zh-CN/resolutions";

export const resolutions: Translated<typeof zh> = {
  title: "Resolutions",
};
