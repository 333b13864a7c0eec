import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import {
  checkLinkQuery,
  listKeysQuery,
  listOutboxQuery,
  listSessionsQuery,
  listUsersQuery,
  readHealthQuery,
} from "./procedures";

export const loadSessions = loaderOf(listSessionsQuery);
export const loadKeys = loaderOf(listKeysQuery);
export const loadLink = loaderOf(checkLinkQuery);
export const loadUsers = loaderOf(listUsersQuery);
export const loadOutbox = loaderOf(listOutboxQuery);
export const loadHealth = loaderOf(readHealthQuery);
