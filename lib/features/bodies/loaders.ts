import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { getRosterQuery, listBodiesQuery } from "./procedures";

export const loadBodies = loaderOf(listBodiesQuery);
export const loadRoster = loaderOf(getRosterQuery);
