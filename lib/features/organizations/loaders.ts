import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { get } from "./procedures";

export const loadOrganization = loaderOf(get);
