"use server";

import { formAction } from "@/lib/platform/corridor/action";
import { recordMeetingCommand } from "./procedures";

export const recordMeetingAction = formAction(recordMeetingCommand);
