"use server";
import { formAction } from "@/lib/platform/corridor/action";
import { create, placeInChain, tag, untag, update } from "./procedures";

export const createOrganizationAction = formAction(create);
export const updateOrganizationAction = formAction(update);
export const setTagAction = formAction(tag);
export const removeTagAction = formAction(untag);
export const setChainNodesAction = formAction(placeInChain);
