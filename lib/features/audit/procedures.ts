import { permission } from "@/lib/features/access/policy";
import { defineQuery } from "@/lib/platform/corridor/use-case";
import {
  listAllianceEntries,
  listPlatformEntries,
  verifyAllianceChain,
  verifyPlatformChain,
} from "./queries";
import { listEntriesInput, listEntriesOutput, verifyChainInput, verifyChainOutput } from "./schema";

export const listEntriesQuery = defineQuery({
  id: "audit.list",
  path: "/alliances/{alliance}/audit",
  place: "tenant",
  summary: "What happened in the alliance, newest first: when, who, what, to which record",
  permission: permission("audit.read_alliance"),
  input: listEntriesInput,
  output: listEntriesOutput,
  run: listAllianceEntries,
});

export const verifyChainQuery = defineQuery({
  id: "audit.verify",
  path: "/alliances/{alliance}/audit/verification",
  place: "tenant",
  summary: "Computes the alliance's audit chain again and names the first entry that does not fit",
  permission: permission("audit.verify_chain"),
  input: verifyChainInput,
  output: verifyChainOutput,
  run: verifyAllianceChain,
});

export const listPlatformEntriesQuery = defineQuery({
  id: "audit.listPlatform",
  path: "/audit",
  place: "platform",
  summary: "What happened outside of all alliances: accounts, keys, refused calls",
  permission: permission("audit.read_platform"),
  input: listEntriesInput,
  output: listEntriesOutput,
  run: listPlatformEntries,
});

export const verifyPlatformChainQuery = defineQuery({
  id: "audit.verifyPlatform",
  path: "/audit/verification",
  place: "platform",
  summary: "Computes the platform's audit chain again and names the first entry that does not fit",
  permission: permission("audit.read_platform"),
  input: verifyChainInput,
  output: verifyChainOutput,
  run: verifyPlatformChain,
});
