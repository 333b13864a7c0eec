import type { Translated } from "../translated";
import type { failure as zh } from "../zh-CN/failure";

export const failure: Translated<typeof zh> = {
  title: "Something failed",
  hint: "The page could not be opened; your data has not changed. Try again. If it fails again, give the administrator the number below.",
  id: "Error number",
  forbidden: "Not permitted",
  home: "Go to the home page",
  retry: "Try again",
};
