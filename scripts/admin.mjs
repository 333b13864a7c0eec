import { bootstrap } from "./bootstrap.mjs";

bootstrap("admin", process.argv.slice(2));
