import type { Translated } from "../translated";
import type { interests as zh } from "../zh-CN/interests";

export const interests: Translated<typeof zh> = {
  title: "Interests",
};
