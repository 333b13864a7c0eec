import type { Translated } from "../translated";
import type { minutes as zh } from "../zh-CN/minutes";

export const minutes: Translated<typeof zh> = {
  title: "Minutes",
};
