import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { readProfileQuery } from "./procedures";

export const loadProfile = loaderOf(readProfileQuery);
