import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// Every program of the portal runs in its root. An address beside the code would make the framework publish the files.
const READING = `
import { readFileSync } from "node:fs"
import { join } from "node:path"
const read = (name: string) => readFileSync(join(/* turbopackIgnore: true */ process.cwd(), "prisma/generated/internal", name))
const data: { inlineSchema: string; runtimeDataModel: string; strings: string; graph: string } =
  JSON.parse(read("data.json").toString())
`;

/** A JSON string of the generated code, after the words that stand before it. */
const literalAfter = (before: string) => new RegExp(`(${before})("(?:[^"\\\\\\n]|\\\\.)*")`);

/**
 * Three million characters of the client are data: the schema, what the engine has worked out of it, and the engine. The
 * framework writes the client into every bundle of handlers, and each bundle that is loaded stays in memory as a whole;
 * of the engine's text two copies stay besides what is made of it. Both move into files beside the client.
 */
export async function moveData(folder: string): Promise<void> {
  const file = join(folder, "class.ts");
  let code = readFileSync(file, "utf8");
  const data: Record<string, unknown> = {};
  const replace = (what: string, place: RegExp, by: (match: RegExpExecArray) => string) => {
    const match = place.exec(code);
    if (!match) throw new Error(`The generated client has no ${what} where it was looked for.`);
    code = code.slice(0, match.index) + by(match) + code.slice(match.index + match[0].length);
  };
  for (const [name, before] of [
    ["inlineSchema", '"inlineSchema": '],
    ["runtimeDataModel", "config\\.runtimeDataModel = JSON\\.parse\\("],
    ["strings", "strings: JSON\\.parse\\("],
    ["graph", "\\n  graph: "],
  ] as const) {
    replace(name, literalAfter(before), ([, kept = "", literal = ""]) => {
      data[name] = JSON.parse(literal);
      return `${kept}data.${name}`;
    });
  }
  let engine = "";
  const wasm =
    /const \{ wasm \} = await import\("([^"]+)"\)\s*return await decodeBase64AsWasm\(wasm\)/;
  replace("engine", wasm, ([, specifier = ""]) => {
    engine = specifier;
    return 'return new WebAssembly.Module(read("engine.wasm"))';
  });
  replace("beginning", /\nconst config:/, ([found]) => `${READING}${found}`);
  const { wasm: bytes } = (await import(engine)) as { wasm: string };
  writeFileSync(join(folder, "engine.wasm"), Buffer.from(bytes, "base64"));
  writeFileSync(join(folder, "data.json"), JSON.stringify(data));
  writeFileSync(file, code);
}
