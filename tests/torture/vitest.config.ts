import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Hours of work: `npm run test:torture`, apart from the suites of every day. */
const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: "server-only", replacement: `${root}/tests/support/empty.ts` },
      { find: /^@\//, replacement: `${root}/` },
    ],
  },
  test: {
    include: ["tests/torture/**/*.test.ts"],
    env: { TZ: "Asia/Kathmandu", LOG_LEVEL: "silent" },
    globalSetup: ["tests/support/global-setup.ts"],
    testTimeout: 600_000,
    hookTimeout: 120_000,
    maxWorkers: 1,
  },
});
