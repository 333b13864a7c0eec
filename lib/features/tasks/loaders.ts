import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { getTaskQuery, listOwnersQuery, listTasksQuery } from "./procedures";

export const loadTasks = loaderOf(listTasksQuery);
export const loadTask = loaderOf(getTaskQuery);
export const loadOwners = loaderOf(listOwnersQuery);
