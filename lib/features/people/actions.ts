"use server";

import { formAction } from "@/lib/platform/corridor/action";
import { chooseLanguageCommand, updateProfileCommand } from "./procedures";

export const updateProfileAction = formAction(updateProfileCommand);
export const chooseLanguageAction = formAction(chooseLanguageCommand);
