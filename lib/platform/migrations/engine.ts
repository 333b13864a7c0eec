import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { connectAdapter, type ScriptErrorListener } from "./adapter.ts";
import { LOCK_FILE, type Migration } from "./folder.ts";

export type EngineOptions = {
  readonly url: string;
  /** An empty database in which the engine may build up the migration history. */
  readonly shadowUrl?: string;
  /** Is told the script and PostgreSQL's own error: the engine's error text drops its position. */
  readonly onScriptError?: ScriptErrorListener;
};

/** Nothing is managed outside Prisma's view of the `public` schema. */
export const NO_FILTER: glue.SchemaFilter = { externalTables: [], externalEnums: [] };

/** Opens Prisma's schema engine on a database and closes all of its connections afterwards. */
export async function withEngine<T>(
  options: EngineOptions,
  work: (engine: glue.SchemaEngine) => Promise<T>,
): Promise<T> {
  await loadEngine();
  const pools: pg.Pool[] = [];
  const open = (url: string) => {
    // One connection: the engine's advisory lock and what it locks must share a session.
    const pool = new pg.Pool({ connectionString: url, max: 1, keepAlive: true });
    pool.on("error", () => undefined);
    pools.push(pool);
    return connectAdapter(pool, options.onScriptError);
  };
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => open(options.url),
    connectToShadowDb: () => {
      if (options.shadowUrl === undefined) throw new Error("This step has no shadow database.");
      return open(options.shadowUrl);
    },
  });
  const ignoreLog = () => undefined;
  try {
    const engine = await glue.SchemaEngine.new({ datamodels: undefined }, ignoreLog, factory);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } finally {
    await Promise.all(pools.map((pool) => pool.end()));
  }
}

let loading: Promise<void> | undefined;

/** The package's own entry imports the .wasm file as a module, which Node does not do. */
function loadEngine(): Promise<void> {
  loading ??= (async () => {
    const script = createRequire(import.meta.url).resolve(
      "@prisma/schema-engine-wasm/schema_engine_bg",
    );
    const bytes = await readFile(join(dirname(script), "schema_engine_bg.wasm"));
    // The engine reports a panic through this global before it traps.
    Object.assign(globalThis, {
      PRISMA_WASM_PANIC_REGISTRY: {
        set_message: (message: string) => console.error(`Schema engine: ${message}`),
      },
    });
    const imports: WebAssembly.ModuleImports = { ...glue };
    // The engine never clears the ten-second limit that it sets on its lock, and a script that has
    // long finished would wait for it.
    for (const name of Object.keys(imports).filter((key) => key.startsWith("__wbg_setTimeout_"))) {
      imports[name] = (callback: () => void, ms: number) => setTimeout(callback, ms).unref();
    }
    const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": imports });
    glue.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
  })();
  return loading;
}

/** The folder in the form that the engine takes instead of reading it itself. */
export function migrationList(
  folder: string,
  migrations: readonly Migration[],
): glue.MigrationList {
  return {
    baseDir: folder,
    lockfile: { path: LOCK_FILE, content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
}
