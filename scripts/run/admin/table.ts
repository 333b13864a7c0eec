import { apiKeysCreate } from "./api-keys-create";
import type { Subcommand } from "./subcommand";
import { usersCreate } from "./users-create";
import { usersDisable } from "./users-disable";
import { usersList } from "./users-list";
import { usersResetPassword } from "./users-reset-password";

/** Every command of `npm run admin -- …`, in the order of its help. */
export const subcommands: readonly Subcommand[] = [
  usersCreate,
  usersList,
  usersDisable,
  usersResetPassword,
  apiKeysCreate,
];
