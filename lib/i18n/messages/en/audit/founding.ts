import type { Translated } from "../../translated";
import type { founding as zh } from "../../zh-CN/audit/founding";

/** What people, accounts, alliances, organizations and members went through. Keys as in lib/features/audit/types/founding.ts. */
export const founding: Translated<typeof zh> = {
  access: {
    refused: "Access refused",
  },
  alliance: {
    create: "Alliance created",
    update_profile: "Alliance profile changed",
  },
  backup: {
    restore: "Restored from a backup",
  },
  file: {
    upload: "File uploaded",
  },
  identity: {
    link: "Single sign-on linked",
  },
  import: {
    upload_preview: "Checked a file for import",
    commit: "Imported into the register",
  },
  key: {
    create: "API key created",
    end: "API key ended",
  },
  membership: {
    end: "Ended a membership",
    change_position: "Changed a position",
    suspend: "Suspended a member",
    resume: "Resumed a member",
    give_notice: "Gave notice",
    revoke_notice: "Took a notice back",
    override_exit: "Allowed the end in spite of open items",
    warn: "Warned a member",
    propose_correction: "Proposed a correction",
    correct: "Corrected the admission date",
    reject_correction: "Rejected a correction",
    admit: "Membership begun",
  },
  organization: {
    create: "Organization added",
    update: "Organization changed",
    place: "Place in the chain changed",
    tag: "Enterprise tag given",
    untag: "Enterprise tag removed",
    propose_change: "Proposed a change of key fields",
    accept_change: "Agreed to a change of key fields",
    refuse_change: "Refused a change of key fields",
    withdraw_change: "Took back a change of key fields",
    propose_merge: "Merger proposed",
    reject_merge: "Merger turned down",
    merge: "Organizations merged",
  },
  password: {
    change: "Password changed",
    reset: "Password reset",
  },
  profile: {
    update: "Own profile changed",
    choose_language: "Language chosen",
  },
  representative: {
    change: "Representative changed",
    end: "Representative ended",
  },
  session: {
    end: "Session ended",
    end_others: "Other sessions ended",
  },
  role: {
    approve: "Role agreed to",
    end: "Role ended",
    grant: "Role granted",
    grant_unmatched: "Role not granted (no usable account, or held already)",
    propose: "Role proposed",
    reject: "Role refused",
  },
  user: {
    create: "Account created",
    disable: "Account disabled",
    enable: "Account enabled",
    list: "Accounts looked through",
    set_up: "First administrator set up",
  },
};
