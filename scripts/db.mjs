import { bootstrap } from "./bootstrap.mjs";

bootstrap("db", process.argv.slice(2));
