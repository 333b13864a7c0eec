import { ensureClient } from "../parts/build.ts";
import { run } from "../parts/command.ts";
import { nextProgram, tool } from "../parts/environment.ts";
import { check } from "./counts.ts";
import type { Suite } from "./suite.ts";

export const lint: Suite = {
  name: "lint",
  title: "Format and lint",
  run: async ({ life }) =>
    check(await run({ file: tool("biome"), args: ["ci", "."], signal: life.signal })),
};

export const types: Suite = {
  name: "types",
  title: "Types",
  async run({ life: { signal } }) {
    await ensureClient(signal);
    // The types of addresses and pages follow from the folders of app/.
    const pages = await run({
      file: process.execPath,
      args: [nextProgram, "typegen"],
      signal,
      quiet: true,
    });
    if (pages !== 0) return check(pages);
    return check(await run({ file: tool("tsc"), args: ["--noEmit"], signal }));
  },
};

export const deadCode: Suite = {
  name: "dead-code",
  title: "Dead code",
  run: async ({ life }) => check(await run({ file: tool("knip"), signal: life.signal })),
};
