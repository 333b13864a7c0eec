import { say } from "./parts/say.ts";
import { serve } from "./parts/serve.ts";

await serve("start", ({ host, port }) => {
  say(`\n✓ The portal listens on ${host}, port ${port}  (Ctrl-C or SIGTERM stops it)\n`);
});
