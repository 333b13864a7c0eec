"use server";

import { formAction } from "@/lib/platform/corridor/action";
import { approveCommand, takeBackCommand } from "./procedures";

export const approveAction = formAction(approveCommand);
export const takeBackAction = formAction(takeBackCommand);
