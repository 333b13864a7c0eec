import type { Translated } from "../translated";
import type { votes as zh } from "../zh-CN/votes";

export const votes: Translated<typeof zh> = {
  title: "Votes",
};
