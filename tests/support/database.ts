import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { database, disconnect } from "@/lib/platform/db/client";

/**
 * Gives this test file a database of its own, a copy of the migrated template, and the application's client on it.
 * Call once at the top of the file.
 */
export function useDatabase() {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const admin = new pg.Client({ connectionString: inject("adminUrl") });
  const url = new URL(inject("adminUrl"));
  url.pathname = `/${name}`;

  beforeAll(async () => {
    await admin.connect();
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${inject("template")}`);
    process.env.DATABASE_URL = url.href;
    process.env.AUTH_SECRET ||= "test-secret-test-secret-test-secret-test";
    process.env.APP_URL ||= "http://localhost:3999";
  });
  afterAll(async () => {
    await disconnect();
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.end();
  });
  return { url: url.href, db: () => database() };
}
