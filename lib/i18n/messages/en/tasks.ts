import type { Translated } from "../translated";
import type { tasks as zh } from "../zh-CN/tasks";

export const tasks: Translated<typeof zh> = {
  title: "Tasks",
};
