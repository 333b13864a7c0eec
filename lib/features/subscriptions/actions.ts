"use server";

import { formAction } from "@/lib/platform/corridor/action";
import { endByLinkCommand, endSubscriptionCommand, takeSubscriptionCommand } from "./procedures";

export const takeSubscriptionAction = formAction(takeSubscriptionCommand);
export const endSubscriptionAction = formAction(endSubscriptionCommand);
export const endByLinkAction = formAction(endByLinkCommand);
