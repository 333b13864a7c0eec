import { parseArgs } from "node:util";
import pg from "pg";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { keeper } from "@/lib/platform/files/store";
import { sweep as sweepOnce } from "@/lib/platform/sweep/sweep";
import { print, type Subcommand } from "./subcommand";

export const sweep: Subcommand = {
  name: "sweep",
  usage: "",
  summary:
    "takes away what is past its time (sessions, links, repeated answers, counters, sent mail, files without a row), as the portal does every hour",
  database: true,
  run: async (args) => {
    parseArgs({ args, options: {} });
    const { DATABASE_URL: connectionString } = env();
    const client = new pg.Client({ connectionString });
    await client.connect();
    try {
      const swept = await sweepOnce(client, keeper(), now());
      if (!swept) {
        print("The portal is sweeping at this moment; nothing was done here.");
        return 0;
      }
      for (const [name, count] of Object.entries(swept)) print(`${name}\t${count}`);
      return 0;
    } finally {
      await client.end();
    }
  },
};
