import type { Translated } from "../translated";
import type { documents as zh } from "../zh-CN/documents";

export const documents: Translated<typeof zh> = {
  title: "Documents",
};
