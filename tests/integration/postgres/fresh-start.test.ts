import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createConnection } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { asRoot, newDataFolder, rows, started } from "./application.ts";

test("a fresh start ignores the locale: UTF-8, ICU Chinese, checksums, SCRAM", async () => {
  vi.stubEnv("LANG", "C");
  vi.stubEnv("LC_ALL", "POSIX");
  vi.stubEnv("PGOPTIONS", "-c wrong=1");
  const postgres = await started(newDataFolder());
  vi.unstubAllEnvs();

  const [database] = await rows(
    postgres.url,
    `SELECT pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider, datlocale AS icu,
       current_setting('data_checksums') AS checksums, current_setting('TimeZone') AS zone,
       current_setting('server_version_num')::int / 10000 AS major
     FROM pg_database WHERE datname = current_database()`,
  );
  expect(database).toEqual({
    encoding: "UTF8",
    provider: "i",
    icu: "zh-Hans-CN",
    checksums: "on",
    zone: "UTC",
    major: 18,
  });

  const hba = await rows(postgres.adminUrl, "SELECT address, auth_method FROM pg_hba_file_rules");
  expect(hba).toEqual([{ address: "127.0.0.1", auth_method: "scram-sha-256" }]);
  const stored = await rows(
    postgres.adminUrl,
    "SELECT rolname FROM pg_authid WHERE rolcanlogin AND rolpassword LIKE 'SCRAM-SHA-256$%'",
  );
  expect(stored).toHaveLength(2);
  expect(
    await rows(postgres.adminUrl, "SELECT rolname FROM pg_roles WHERE rolcanlogin"),
  ).toHaveLength(2);
});

test("the database sorts Chinese names by pinyin", async () => {
  const postgres = await started(newDataFolder());
  const names = await rows(
    postgres.url,
    "SELECT n FROM unnest(ARRAY['重庆','苏州','阿里','北京']) AS n ORDER BY n",
  );
  expect(names.map((row) => row.n)).toEqual(["阿里", "北京", "重庆", "苏州"]);
});

test("V13.2.2 the application's role owns its database and has no other power", async () => {
  const postgres = await started(newDataFolder());
  const [role] = await rows(
    postgres.url,
    `SELECT rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls
     FROM pg_roles WHERE rolname = current_user`,
  );
  expect(Object.values(role ?? {})).toEqual([false, false, false, false, false]);
  await rows(postgres.url, "CREATE SCHEMA own; CREATE TABLE public.t (id int); DROP TABLE t");
  await expect(rows(postgres.url, "CREATE DATABASE more")).rejects.toThrow(/permission denied/);
  await expect(rows(postgres.url, "COPY (SELECT 1) TO PROGRAM 'true'")).rejects.toThrow(
    /permission denied/,
  );
  await expect(rows(postgres.url, "SELECT pg_read_file('PG_VERSION')")).rejects.toThrow(
    /permission denied/,
  );
});

test("further databases have the extensions and belong to the application's role", async () => {
  const postgres = await started(newDataFolder());
  const shadow = await postgres.createDatabase("shadow");
  expect(await postgres.createDatabase("shadow")).toBe(shadow);
  for (const url of [postgres.url, shadow]) {
    const found = await rows(url, "SELECT extname FROM pg_extension ORDER BY 1");
    expect(found.map((row) => row.extname)).toEqual(["btree_gist", "pg_trgm", "plpgsql"]);
    await rows(url, "CREATE EXTENSION IF NOT EXISTS pg_trgm; CREATE TABLE owned ()");
  }
});

test("V13.2.2 secrets are files of mode 0600, differ, and are the only way in", async () => {
  const dataDir = newDataFolder();
  const postgres = await started(dataDir);
  const files = ["postgres-admin.secret", "postgres-app.secret"].map((name) => join(dataDir, name));
  const secrets = files.map((file) => readFileSync(file, "utf8").trim());
  for (const file of files) expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(new Set(secrets).size).toBe(2);
  expect(readdirSync(dataDir)).not.toContain("initdb-password");
  expect(statSync(postgres.folder).mode & 0o777).toBe(0o700);
  if (asRoot) expect(statSync(postgres.folder).uid).not.toBe(0);
  const wrong = postgres.url.replace(secrets[1] ?? "", "postgres");
  await expect(rows(wrong, "SELECT 1")).rejects.toThrow(/password authentication failed/);
});

test("F-21 a lost administrator's secret is replaced without losing data", async () => {
  const dataDir = newDataFolder();
  const before = await started(dataDir);
  await rows(before.url, "CREATE TABLE kept AS SELECT 7 AS seven");
  await before.stop();
  rmSync(join(dataDir, "postgres-admin.secret"));
  rmSync(join(dataDir, "postgres-app.secret"));
  const after = await started(dataDir);
  expect(after.adminUrl).not.toBe(before.adminUrl);
  expect(await rows(after.url, "SELECT seven FROM kept")).toEqual([{ seven: 7 }]);
});

test("the server listens on the loopback address only", async () => {
  const { port } = await started(newDataFolder());
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => !address.internal && address.family === "IPv4");
  for (const { address } of outside) {
    await expect(connects(address, port)).resolves.toBe(false);
  }
  await expect(connects("127.0.0.1", port)).resolves.toBe(true);
});

function connects(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port, timeout: 2_000 });
    const finish = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", () => finish(true));
    socket.once("error", () => finish(false));
    socket.once("timeout", () => finish(false));
  });
}
