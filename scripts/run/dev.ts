import { say } from "./parts/say.ts";
import { serve } from "./parts/serve.ts";

await serve("dev", ({ port }) => {
  say(`\n✓ The development server answers on http://localhost:${port}  (Ctrl-C stops it)\n`);
});
