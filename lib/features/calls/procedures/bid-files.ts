import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { keepBidFile, prepareSeal } from "../commands/bid-files";
import { readBidFile } from "../queries/bids";
import {
  keepBidFileInput,
  keptBidFile,
  preparedSeal,
  prepareSealInput,
  readableBidFile,
  readBidFileInput,
} from "../schema/bids";

const place = "tenant" as const;
const one = "/alliances/{alliance}/calls/{callId}" as const;

/** Not an operation of REST: the address for files of bids calls it before it takes a byte. */
export const prepareSealCommand = defineCommand({
  id: "bids.prepareSeal",
  path: `${one}/seal`,
  place,
  summary: "The half of the keys that seals a file",
  permission: permission("bid.submit"),
  refusals: ["call-wrong-state", "bid-late", "bid-own-call"],
  limits: [{ per: "account", count: 60, seconds: 3600 }],
  input: prepareSealInput,
  output: preparedSeal,
  run: prepareSeal,
});

/** Not an operation of REST: whoever could name a hash could hang another's bytes to a bid. */
export const keepBidFileCommand = defineCommand({
  id: "bids.keepFile",
  path: `${one}/files`,
  place,
  summary: "Notes a sealed file",
  permission: permission("bid.submit"),
  refusals: ["call-wrong-state", "bid-late"],
  input: keepBidFileInput,
  output: keptBidFile,
  run: keepBidFile,
});

/** Not an operation of REST: it answers with what opens a file, to the address that hands out the bytes. */
export const readBidFileQuery = defineQuery({
  id: "bids.readFile",
  path: `${one}/files/{fileId}`,
  place,
  summary: "What opens a file of a bid",
  permission: permission("call.read_public"),
  input: readBidFileInput,
  output: readableBidFile,
  run: readBidFile,
});
