import { migrationCommand } from "./db/migration.ts";
import { Lifetime } from "./parts/lifetime.ts";
import { complain } from "./parts/say.ts";

// `npm run db:migration -- NAME` without its first steps, for writing several in a row: the same options.
const life = new Lifetime();
let code = 0;
try {
  await migrationCommand(process.argv.slice(2), life);
} catch (error) {
  complain(error);
  code = 1;
}
await life.close();
process.exit(code);
