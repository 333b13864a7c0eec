import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { root } from "./environment.ts";

const compress = promisify(brotliCompress);
/** Below it an answer's head weighs more than what is saved. */
const WORTH_COMPRESSING = 1024;

/**
 * Lays each script and style of the build beside itself once more, as small as Brotli makes it: a sixth less than what the
 * framework compresses anew for every visitor. `lib/platform/static-files.ts` gives them out.
 */
export async function compressScripts(): Promise<void> {
  const folder = join(root, ".next", "static");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const one = async (name: string) => {
    const plain = await readFile(join(folder, name));
    if (plain.byteLength < WORTH_COMPRESSING) return;
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: plain.byteLength };
    await writeFile(join(folder, `${name}.br`), await compress(plain, { params }));
  };
  await Promise.all(names.filter((name) => /\.(js|css)$/.test(name)).map(one));
}
