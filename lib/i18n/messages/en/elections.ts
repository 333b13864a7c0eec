import type { Translated } from "../translated";
import type { elections as zh } from "../zh-CN/elections";

export const elections: Translated<typeof zh> = {
  title: "Elections",
};
