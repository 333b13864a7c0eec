import { bootstrap } from "./bootstrap.mjs";

bootstrap("pictures", process.argv.slice(2));
