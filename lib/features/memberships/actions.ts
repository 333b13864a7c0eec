"use server";
import { formAction } from "@/lib/platform/corridor/action";
import { changeRepresentativeOf, endRepresentativeOf } from "./procedures";

export const changeRepresentativeAction = formAction(changeRepresentativeOf);
export const endRepresentativeAction = formAction(endRepresentativeOf);
