import { refuse } from "@/lib/kernel/result";
import { press, release } from "@/lib/platform/auth/brake";
import { defineCommand, defineQuery, type Limit } from "@/lib/platform/corridor/use-case";
import { createOwnKey, endOwnKey } from "../commands/keys";
import { requestPasswordLink, resetPassword, setUpFirstAdministrator } from "../commands/links";
import { changePassword } from "../commands/password";
import { endOtherSessions, endSession } from "../commands/sessions";
import { permission } from "../policy";
import { readHealth } from "../queries/health";
import { listOutbox } from "../queries/outbox";
import { checkLink, listOwnKeys, listOwnSessions } from "../queries/own";
import { listUsers } from "../queries/users";
import {
  byEmail,
  byId,
  changePasswordInput,
  created,
  createKeyInput,
  createKeyOutput,
  done,
  endedOutput,
  healthOutput,
  keysOutput,
  linkInput,
  linkOutput,
  nothing,
  outboxInput,
  outboxOutput,
  resetPasswordInput,
  sessionsOutput,
  setUpInput,
  usersInput,
  usersOutput,
} from "../schema/accounts";

/** Room for passwords that are refused as too weak, none for guessing. */
const linkLimits: Limit[] = [{ per: "address", count: 20, seconds: 3600 }];

export const listSessionsQuery = defineQuery({
  id: "sessions.list",
  place: "platform",
  path: "/me/sessions",
  summary: "The caller's own running sessions",
  permission: permission("session.own"),
  input: nothing,
  output: sessionsOutput,
  run: listOwnSessions,
});

export const endSessionCommand = defineCommand({
  id: "sessions.endOne",
  place: "platform",
  method: "DELETE",
  path: "/me/sessions/{id}",
  summary: "Ends one of the caller's own sessions",
  permission: permission("session.own"),
  input: byId,
  output: endedOutput,
  refusals: [],
  run: endSession,
});

export const endOtherSessionsCommand = defineCommand({
  id: "sessions.endOthers",
  place: "platform",
  path: "/me/sessions/end-others",
  summary: "Ends all of the caller's sessions but the present one",
  permission: permission("session.own"),
  input: nothing,
  output: endedOutput,
  refusals: [],
  run: endOtherSessions,
});

export const changePasswordCommand = defineCommand({
  id: "password.change",
  place: "platform",
  path: "/me/password",
  summary: "Changes the caller's own password; all other sessions end",
  permission: permission("password.own"),
  input: changePasswordInput,
  output: done,
  refusals: ["wrong-password", "same-password", "too-many-tries"],
  run: async (tx, scope, input) => {
    // An unlocked screen must not become a place to guess the password.
    const account = `password of ${scope.actor.userId}`;
    const seconds = await press(account);
    if (seconds > 0) return refuse("too-many-tries", { seconds });
    const result = await changePassword(tx, scope, input);
    if (result.ok) await release(account);
    return result;
  },
});

export const listKeysQuery = defineQuery({
  id: "keys.list",
  place: "platform",
  path: "/me/keys",
  summary: "The caller's own API keys, without the keys themselves",
  permission: permission("key.own"),
  input: nothing,
  output: keysOutput,
  run: listOwnKeys,
});

export const createKeyCommand = defineCommand({
  id: "keys.create",
  place: "platform",
  path: "/me/keys",
  summary: "Creates an API key with the caller's own rights; the key is shown once",
  permission: permission("key.own"),
  input: createKeyInput,
  output: createKeyOutput,
  refusals: ["too-many-keys"],
  secretAnswer: true,
  run: createOwnKey,
});

export const endKeyCommand = defineCommand({
  id: "keys.end",
  place: "platform",
  method: "DELETE",
  path: "/me/keys/{id}",
  summary: "Ends one of the caller's own API keys",
  permission: permission("key.own"),
  input: byId,
  output: endedOutput,
  refusals: [],
  run: endOwnKey,
});

export const checkLinkQuery = defineQuery({
  id: "links.check",
  place: "platform",
  path: "/links/{kind}/{token}",
  summary: "Whether a one-time link would still open",
  permission: permission("link.redeem"),
  input: linkInput,
  output: linkOutput,
  run: checkLink,
});

export const setUpCommand = defineCommand({
  id: "links.setUp",
  place: "platform",
  path: "/links/set-up",
  summary: "Makes the first administrator of an empty installation, by its one-time link",
  permission: permission("link.redeem"),
  input: setUpInput,
  output: created,
  refusals: ["link-used"],
  // Whether nobody is there yet, and the first account, must be one step.
  isolation: "serializable",
  limits: linkLimits,
  run: setUpFirstAdministrator,
});

export const requestPasswordLinkCommand = defineCommand({
  id: "links.request",
  place: "platform",
  path: "/links/request",
  summary: "Mails a one-time link to whoever forgot the password; the answer is always the same",
  permission: permission("link.request"),
  input: byEmail,
  output: done,
  refusals: [],
  limits: [
    { per: "address", count: 3, seconds: 3600 },
    { per: "email", count: 3, seconds: 3600 },
  ],
  run: requestPasswordLink,
});

export const resetPasswordCommand = defineCommand({
  id: "links.resetPassword",
  place: "platform",
  path: "/links/reset",
  summary: "Sets a new password by a one-time link; every session ends",
  permission: permission("link.redeem"),
  input: resetPasswordInput,
  output: done,
  refusals: ["link-used"],
  limits: linkLimits,
  run: resetPassword,
});

export const listUsersQuery = defineQuery({
  id: "users.list",
  place: "platform",
  path: "/users",
  summary: "Accounts and the roles they hold today, addresses masked",
  permission: permission("user.list"),
  input: usersInput,
  output: usersOutput,
  run: listUsers,
});

export const listOutboxQuery = defineQuery({
  id: "outbox.list",
  place: "platform",
  path: "/outbox",
  summary: "Outgoing mail with its state",
  permission: permission("outbox.read"),
  input: outboxInput,
  output: outboxOutput,
  run: listOutbox,
});

export const readHealthQuery = defineQuery({
  id: "health.read",
  place: "platform",
  path: "/health",
  summary: "State of the database, the mail and this process",
  permission: permission("health.read"),
  input: nothing,
  output: healthOutput,
  run: readHealth,
});
