import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import pg from "pg";
import { describe, expect, it } from "vitest";
import {
  createMigration,
  type Folders,
  isSchemaInStep,
  schemaDiff,
} from "../../../lib/platform/migrations/create.ts";
import { withScratchDatabase } from "../../../lib/platform/migrations/shadow.ts";
import { adminUrl, temporaryFolder, writeMigration } from "./support.ts";

const ENTRY = `generator client {
  provider = "prisma-client"
  output   = "./generated"
}

datasource db {
  provider = "postgresql"
}
`;
const SHELF = `model Shelf {
  id    Int   @id
  name  String
  boxes Box[]

  @@map("shelf")
}
`;
const BOX = `model Box {
  id      Int    @id
  label   String @db.VarChar(40)
  shelfId Int    @map("shelf_id")
  shelf   Shelf  @relation(fields: [shelfId], references: [id])

  @@map("box")
}
`;
const BOX_SQL = `-- CreateTable
CREATE TABLE "box" (
    "id" INTEGER NOT NULL,
    "label" VARCHAR(40) NOT NULL,
    "shelf_id" INTEGER NOT NULL,

    CONSTRAINT "box_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "box" ADD CONSTRAINT "box_shelf_id_fkey" FOREIGN KEY ("shelf_id") REFERENCES "shelf"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
`;
const BY_HAND = `
CREATE EXTENSION btree_gist;
ALTER TABLE shelf ADD CONSTRAINT shelf_named CHECK (name <> '' AND name <> ';');
ALTER TABLE shelf ADD CONSTRAINT shelf_once EXCLUDE USING gist (name WITH =);
ALTER TABLE shelf ADD CONSTRAINT shelf_some EXCLUDE USING gist (id WITH =) WHERE (name <> 'x');
CREATE UNIQUE INDEX shelf_partial ON shelf (name) WHERE id > 7;
CREATE INDEX shelf_lower ON shelf (lower(name));
CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END; $$;
CREATE TRIGGER keep BEFORE UPDATE ON shelf FOR EACH ROW EXECUTE FUNCTION keep();
CREATE VIEW shelf_names AS SELECT name FROM shelf;
`;

function project(models: Record<string, string>): Folders {
  const schema = temporaryFolder();
  mkdirSync(join(schema, "models"));
  writeFileSync(join(schema, "schema.prisma"), ENTRY);
  for (const [file, text] of Object.entries(models)) {
    writeFileSync(join(schema, "models", file), text);
  }
  return { schema, migrations: join(schema, "migrations") };
}

const create = (folders: Folders, name: string, now?: Date) =>
  createMigration({ name, adminUrl: adminUrl(), folders, ...(now === undefined ? {} : { now }) });

describe("createMigration", () => {
  it("writes what the schema folder has and the history has not", async () => {
    const folders = project({ "shelf.prisma": SHELF, "box.prisma": BOX });
    writeMigration(
      folders.migrations,
      "20260101000000_shelf",
      'CREATE TABLE "shelf" ("id" INTEGER PRIMARY KEY, "name" TEXT NOT NULL);\n',
    );
    const file = await create(folders, "Add boxes!", new Date("2026-02-03T04:05:06Z"));
    expect(file).toBe(join(folders.migrations, "20260203040506_add_boxes", "migration.sql"));
    expect(readFileSync(file ?? "", "utf8")).toBe(BOX_SQL);
    expect(existsSync(join(folders.migrations, "migration_lock.toml"))).toBe(true);
    expect(await isSchemaInStep(adminUrl(), folders)).toBe(true);
  });

  it("writes nothing when both are in step, unless an empty file is asked for", async () => {
    const folders = project({ "shelf.prisma": SHELF, "box.prisma": BOX });
    await create(folders, "first");
    expect(await create(folders, "second")).toBeUndefined();
    const wanted = { name: "third", adminUrl: adminUrl(), folders, allowEmpty: true };
    const file = await createMigration(wanted);
    expect(readFileSync(file ?? "", "utf8")).toMatch(/^--/);
  });

  it("sorts behind the last migration even when the clock runs behind", async () => {
    const folders = project({ "shelf.prisma": SHELF, "box.prisma": BOX });
    writeMigration(folders.migrations, "20301231235959_far", "SELECT 1;\n");
    const file = await create(folders, "next");
    expect(basename(dirname(file ?? ""))).toBe("20310101000000_next");
  });

  it("refuses a name without a letter", async () => {
    await expect(create(project({}), "———")).rejects.toThrow("has no letter");
  });
});

describe("schemaDiff", () => {
  it("leaves alone what is written by hand", async () => {
    const folders = project({ "shelf.prisma": SHELF, "box.prisma": BOX });
    const file = await create(folders, "first");
    writeFileSync(file ?? "", readFileSync(file ?? "", "utf8") + BY_HAND);
    expect(await schemaDiff(adminUrl(), folders)).toBe("");
  });

  it("sees a column that only one side has", async () => {
    const folders = project({ "shelf.prisma": SHELF, "box.prisma": BOX });
    await create(folders, "first");
    writeFileSync(join(folders.schema, "models", "shelf.prisma"), SHELF.replace("name ", "title "));
    expect(await schemaDiff(adminUrl(), folders)).toContain('ADD COLUMN     "title" TEXT NOT NULL');
    expect(await isSchemaInStep(adminUrl(), folders)).toBe(false);
  });

  it("names a migration that cannot be applied", async () => {
    const folders = project({ "shelf.prisma": SHELF, "box.prisma": BOX });
    writeMigration(folders.migrations, "20260101000000_bad", "CREATE TABEL x ();\n");
    await expect(schemaDiff(adminUrl(), folders)).rejects.toThrow(
      "Migration 20260101000000_bad failed: syntax error",
    );
  });

  it("leaves no shadow database behind, not even when it fails", async () => {
    const seen: string[] = [];
    const work = async (url: string) => {
      seen.push(new URL(url).pathname.slice(1));
      throw new Error("broken off");
    };
    await expect(withScratchDatabase(adminUrl(), work)).rejects.toThrow("broken off");
    await withScratchDatabase(adminUrl(), async (url) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      const { rows } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", seen);
      await client.end();
      expect(rows).toEqual([]);
    });
  });

  it("names the place of a mistake in the schema", async () => {
    const folders = project({ "shelf.prisma": SHELF });
    await expect(schemaDiff(adminUrl(), folders)).rejects.toThrow("models/shelf.prisma:4");
  });
});
