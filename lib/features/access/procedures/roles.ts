import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import { enableUser, inviteUser, sendLink } from "../commands/accounts";
import {
  approveProposal,
  approveRefusals,
  proposeAdministrator,
  proposeRole,
  rejectProposal,
} from "../commands/proposals";
import {
  endAdministrator,
  endRole,
  grantRefusals,
  grantRole,
  whyNotGrantRefusals,
} from "../commands/roles";
import { disableUserById } from "../commands/users";
import { permission } from "../policy";
import { getUser, listAdministratorProposals, listProposals, listRoles } from "../queries/roles";
import { byId, created, done, enableUserInput, inviteUserInput, nothing } from "../schema/accounts";
import {
  decideProposalInput,
  disableUserInput,
  endRoleInput,
  grantRoleInput,
  proposalsOutput,
  proposeAdministratorInput,
  proposeRoleInput,
  rejectProposalInput,
  rolesInput,
  rolesOutput,
  userOutput,
} from "../schema/roles";

const root = "/alliances/{alliance}/roles";
const proposals = `${root}/proposals` as const;
const output = created;

export const getUserQuery = defineQuery({
  id: "users.get",
  place: "platform",
  path: "/users/{id}",
  summary: "One account with the roles it holds and held, address masked",
  permission: permission("user.list"),
  input: byId,
  output: userOutput,
  run: getUser,
});

export const disableUserCommand = defineCommand({
  id: "users.disable",
  place: "platform",
  path: "/users/{id}/disable",
  summary: "Closes an account: its sessions, keys and links end at once",
  permission: permission("user.disable"),
  input: disableUserInput,
  output,
  refusals: ["not-for-oneself", "last-administrator"],
  run: disableUserById,
});

export const inviteUserCommand = defineCommand({
  id: "users.invite",
  place: "platform",
  path: "/users",
  summary: "A new account without rights; a one-time address for the password goes out by mail",
  permission: permission("user.create"),
  input: inviteUserInput,
  output: created,
  refusals: ["email-taken"],
  run: inviteUser,
});

export const sendLinkCommand = defineCommand({
  id: "users.sendLink",
  place: "platform",
  path: "/users/{id}/link",
  summary: "Another one-time address for the password, by mail; those of before are void",
  permission: permission("user.create"),
  input: byId,
  output: created,
  refusals: ["account-disabled"],
  run: sendLink,
});

export const enableUserCommand = defineCommand({
  id: "users.enable",
  place: "platform",
  path: "/users/{id}/enable",
  summary: "Opens a disabled account again; its password is chosen anew",
  permission: permission("user.enable"),
  input: enableUserInput,
  output: created,
  refusals: ["account-enabled"],
  run: enableUser,
});

export const listRolesQuery = defineQuery({
  id: "roles.list",
  place: "tenant",
  path: root,
  summary: "Who holds which role in the alliance today, addresses masked",
  permission: permission("role.list"),
  input: rolesInput,
  output: rolesOutput,
  run: listRoles,
});

export const exportRolesQuery = defineWhole(listRolesQuery, {
  id: "roles.export",
  summary: "Who holds which role as a table, addresses masked; each time is recorded",
  permission: permission("export.table"),
  subject: "user",
});

export const grantRoleCommand = defineCommand({
  id: "roles.grant",
  place: "tenant",
  path: root,
  summary: "Gives the account of an address, if there is one, a member's role; effective at once",
  permission: permission("role.grant_member"),
  input: grantRoleInput,
  output: done,
  refusals: grantRefusals,
  run: grantRole,
});

export const endRoleCommand = defineCommand({
  id: "roles.end",
  place: "tenant",
  path: `${root}/{id}/end`,
  summary: "Ends a role in the alliance; effective at once",
  permission: permission("role.revoke"),
  input: endRoleInput,
  output,
  refusals: ["role-ended", "last-secretariat"],
  run: endRole,
});

export const listProposalsQuery = defineQuery({
  id: "roles.proposals",
  place: "tenant",
  path: proposals,
  summary: "Roles of governance that wait for a second person",
  permission: permission("role.list"),
  input: nothing,
  output: proposalsOutput,
  run: listProposals,
});

export const proposeRoleCommand = defineCommand({
  id: "roles.propose",
  place: "tenant",
  path: proposals,
  summary: "Proposes a role of governance; it takes effect when a second person agrees",
  permission: permission("role.grant_governance"),
  input: proposeRoleInput,
  output,
  refusals: [...whyNotGrantRefusals, "proposal-open"],
  run: proposeRole,
});

export const approveRoleCommand = defineCommand({
  id: "roles.approve",
  place: "tenant",
  path: `${proposals}/{id}/approve`,
  summary: "The second person agrees to a role of governance; effective at once",
  permission: permission("role.grant_governance"),
  input: decideProposalInput,
  output,
  refusals: [...whyNotGrantRefusals, ...approveRefusals],
  run: (tx, scope, input) => approveProposal(tx, scope, input, scope.alliance.id),
});

export const rejectRoleCommand = defineCommand({
  id: "roles.reject",
  place: "tenant",
  path: `${proposals}/{id}/reject`,
  summary: "Says no to a proposed role of governance, or takes the own proposal back",
  permission: permission("role.grant_governance"),
  input: rejectProposalInput,
  output,
  refusals: ["proposal-decided", "not-for-oneself"],
  run: (tx, scope, input) => rejectProposal(tx, scope, input, scope.alliance.id),
});

export const listAdministratorProposalsQuery = defineQuery({
  id: "administrators.proposals",
  place: "platform",
  path: "/administrators/proposals",
  summary: "Platform administrators that wait for a second person",
  permission: permission("role.grant_platform_admin"),
  input: nothing,
  output: proposalsOutput,
  run: listAdministratorProposals,
});

export const proposeAdministratorCommand = defineCommand({
  id: "administrators.propose",
  place: "platform",
  path: "/users/{id}/administrator",
  summary: "Proposes an account as platform administrator; a second administrator must agree",
  permission: permission("role.grant_platform_admin"),
  input: proposeAdministratorInput,
  output,
  refusals: [...whyNotGrantRefusals, "proposal-open"],
  run: proposeAdministrator,
});

export const approveAdministratorCommand = defineCommand({
  id: "administrators.approve",
  place: "platform",
  path: "/administrators/proposals/{id}/approve",
  summary: "A second administrator agrees to a new one; effective at once",
  permission: permission("role.grant_platform_admin"),
  input: decideProposalInput,
  output,
  refusals: [...whyNotGrantRefusals, ...approveRefusals],
  run: (tx, scope, input) => approveProposal(tx, scope, input, null),
});

export const rejectAdministratorCommand = defineCommand({
  id: "administrators.reject",
  place: "platform",
  path: "/administrators/proposals/{id}/reject",
  summary: "Says no to a proposed platform administrator, or takes the own proposal back",
  permission: permission("role.grant_platform_admin"),
  input: rejectProposalInput,
  output,
  refusals: ["proposal-decided", "not-for-oneself"],
  run: (tx, scope, input) => rejectProposal(tx, scope, input, null),
});

export const endAdministratorCommand = defineCommand({
  id: "administrators.end",
  place: "platform",
  path: "/administrators/{id}/end",
  summary: "Ends somebody's administration of the platform; effective at once",
  permission: permission("role.revoke_platform_admin"),
  input: endRoleInput,
  output,
  refusals: ["role-ended", "last-administrator"],
  run: endAdministrator,
});
