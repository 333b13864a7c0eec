import { bootstrap } from "./bootstrap.mjs";

bootstrap("bench", process.argv.slice(2));
