import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { composition, getOrganizationPage, list } from "./procedures";

export const loadMembers = loaderOf(list);
export const loadComposition = loaderOf(composition);
export const loadOrganization = loaderOf(getOrganizationPage);
