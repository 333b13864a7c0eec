import { defineConfig } from "prisma/config";

// No datasource: Prisma's command line only generates the client here. Migrations run through
// lib/platform/migrations, which needs no downloaded engine.
export default defineConfig({
  schema: "prisma",
  migrations: { path: "prisma/migrations" },
});
