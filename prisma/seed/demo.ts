import process from "node:process";
import { dayIn } from "@/lib/kernel/dates";
import { readFileSettings } from "@/lib/platform/env";
import { keeperOf } from "@/lib/platform/files/choice";
import { loadDemo } from "./demo/load";

// Usage: DATABASE_URL=… DATA_DIR=… tsx --conditions=react-server prisma/seed/demo.ts
const url = process.env.DATABASE_URL;
if (!url) {
  process.stderr.write("DATABASE_URL is not set: the address of a migrated PostgreSQL database.\n");
  process.exit(1);
}
const begun = performance.now();
const written = await loadDemo({
  url,
  keeper: keeperOf(readFileSettings(process.env)),
  today: dayIn(new Date(), "Asia/Shanghai"),
});
const seconds = ((performance.now() - begun) / 1000).toFixed(1);
process.stdout.write(
  written
    ? `The demonstration data is loaded (${seconds} s).\n`
    : "The demonstration data is already there.\n",
);
