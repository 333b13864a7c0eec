import { apiKeysCreate } from "./api-keys-create";
import { backup } from "./backup";
import { filesCopy } from "./files-copy";
import { importOrganizations } from "./import-organizations";
import { restore } from "./restore";
import type { Subcommand } from "./subcommand";
import { sweep } from "./sweep";
import { usersCreate } from "./users-create";
import { usersDisable } from "./users-disable";
import { usersList } from "./users-list";
import { usersResetPassword } from "./users-reset-password";
import { verify } from "./verify";

/** Every command of `npm run admin -- …`, in the order of its help. */
export const subcommands: readonly Subcommand[] = [
  usersCreate,
  usersList,
  usersDisable,
  usersResetPassword,
  apiKeysCreate,
  backup,
  restore,
  verify,
  sweep,
  filesCopy,
  importOrganizations,
];
