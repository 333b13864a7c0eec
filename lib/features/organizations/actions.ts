"use server";
import { formAction } from "@/lib/platform/corridor/action";
import {
  agree,
  approve,
  create,
  disagree,
  placeInChain,
  propose,
  reject,
  tag,
  takeBack,
  untag,
  update,
} from "./procedures";

export const createOrganizationAction = formAction(create);
export const updateOrganizationAction = formAction(update);
export const setTagAction = formAction(tag);
export const removeTagAction = formAction(untag);
export const setChainNodesAction = formAction(placeInChain);
export const proposeMergeAction = formAction(propose);
export const approveMergeAction = formAction(approve);
export const rejectMergeAction = formAction(reject);
export const acceptChangeAction = formAction(agree);
export const refuseChangeAction = formAction(disagree);
export const withdrawChangeAction = formAction(takeBack);
