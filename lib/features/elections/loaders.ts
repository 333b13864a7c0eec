import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { getElectionQuery, listElectionsQuery } from "./procedures";

export const loadElections = loaderOf(listElectionsQuery);
export const loadElection = loaderOf(getElectionQuery);
