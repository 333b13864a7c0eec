// Runs under any Node from 20.19 on and needs no package: it installs what is missing and goes on
// under the Node 24 that the project brings along, because the tools no longer accept Node 20.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @param {string} name a file in scripts/run @param {string[]} args */
export function bootstrap(name, args = []) {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(
      `This is Node ${process.versions.node}, which is too old.`,
      "Install Node 20.19 or newer.",
    );
  }
  install();
  hand(runtime(), join(root, "scripts", "run", `${name}.ts`), args);
}

function install() {
  const wanted = lockFile("package-lock.json");
  if (wanted === undefined) stop("package-lock.json is missing.", "Restore it with git.");
  const why = reasonToInstall(wanted, lockFile("node_modules/.package-lock.json"));
  if (why === undefined) return;
  console.log(`▸ Installing the packages (${why})`);
  const since = performance.now();
  // npm tells its own place to what it runs; without it, it is looked for in the path. Install
  // scripts stay off: nothing here needs one, and some would download.
  const own = process.env.npm_execpath?.endsWith(".js") ? process.env.npm_execpath : undefined;
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const done = own
    ? spawnSync(process.env.npm_node_execpath ?? process.execPath, [own, ...args], options())
    : spawnSync("npm", args, { ...options(), shell: process.platform === "win32" });
  if (done.status !== 0) {
    const how = done.error?.message ?? done.signal ?? `exit code ${done.status}`;
    stop(
      `npm ci failed (${how}); its own words are above.`,
      "Check the connection to the npm registry and the free space, then run the command again.",
    );
  }
  console.log(`  done in ${((performance.now() - since) / 1000).toFixed(1)} s`);
}

/** Compares what is installed with what is locked; packages for other systems may be missing. */
function reasonToInstall(wanted, installed) {
  if (installed === undefined) return "first run";
  for (const [path, entry] of Object.entries(wanted.packages)) {
    if (path === "" || entry.link) continue;
    const found = installed.packages[path];
    if (found === undefined && !entry.optional) return `${path} is missing`;
    if (found !== undefined && found.version !== entry.version) return `${path} has changed`;
    if (found?.integrity !== undefined && found.integrity !== entry.integrity) {
      return `${path} has changed`;
    }
  }
  return undefined;
}

function lockFile(name) {
  try {
    return JSON.parse(readFileSync(join(root, name), "utf8"));
  } catch {
    return undefined;
  }
}

/** The project's own Node 24 on Linux x64; elsewhere the running one, if it is new enough. */
function runtime() {
  const own = join(root, "node_modules", ".bin", "node");
  if (existsSync(own)) return own;
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  return stop(
    `On this system (${process.platform} ${process.arch}) the project does not bring its own Node.`,
    `Install Node 24 or newer and run the command again; this is Node ${process.versions.node}.`,
  );
}

function hand(node, script, args) {
  // The channel tells the runner when this process is killed, so that it can still stop cleanly.
  const child = spawn(node, [script, ...args], {
    ...options(),
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => child.kill(name));
  child.on("error", (error) => stop(`${node} does not start: ${error.message}`, "Run npm ci."));
  child.on("exit", (code) => process.exit(code ?? 1));
}

function options() {
  const { NODE_OPTIONS: _dropped, ...env } = process.env;
  return { cwd: root, env, stdio: "inherit" };
}

function stop(problem, next) {
  console.error(`✗ ${problem}\n  Next: ${next}`);
  process.exit(1);
}
