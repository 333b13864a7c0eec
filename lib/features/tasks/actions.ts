"use server";

import { formAction } from "@/lib/platform/corridor/action";
import {
  acceptTaskCommand,
  changeTaskCommand,
  createTaskCommand,
  dropTaskCommand,
  remindCommand,
  reportTaskCommand,
  returnTaskCommand,
} from "./procedures";

export const createTaskAction = formAction(createTaskCommand);
export const reportTaskAction = formAction(reportTaskCommand);
export const acceptTaskAction = formAction(acceptTaskCommand);
export const returnTaskAction = formAction(returnTaskCommand);
export const changeTaskAction = formAction(changeTaskCommand);
export const dropTaskAction = formAction(dropTaskCommand);
export const remindOwnersAction = formAction(remindCommand);
