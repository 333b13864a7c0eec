import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import {
  checkLinkQuery,
  listKeysQuery,
  listOutboxQuery,
  listSessionsQuery,
  listUsersQuery,
  readHealthQuery,
} from "./procedures/accounts";
import {
  getUserQuery,
  listAdministratorProposalsQuery,
  listProposalsQuery,
  listRolesQuery,
} from "./procedures/roles";

export const loadSessions = loaderOf(listSessionsQuery);
export const loadKeys = loaderOf(listKeysQuery);
export const loadLink = loaderOf(checkLinkQuery);
export const loadUsers = loaderOf(listUsersQuery);
export const loadOutbox = loaderOf(listOutboxQuery);
export const loadHealth = loaderOf(readHealthQuery);
export const loadUser = loaderOf(getUserQuery);
export const loadRoles = loaderOf(listRolesQuery);
export const loadRoleProposals = loaderOf(listProposalsQuery);
export const loadAdministratorProposals = loaderOf(listAdministratorProposalsQuery);
