import { expect, test } from "vitest";
import { houseFiles } from "./scan/files";

const files = houseFiles();
const text = (path: string) => files.find((file) => file.path === path)?.text ?? "";
const all = (path: RegExp) => files.filter((file) => path.test(file.path));

/** Export queries by file and name: whether they give own organizations' rows. */
const queries = new Map<string, boolean>(
  all(/^lib\/features\/\w+\/procedures(\/[\w-]+)?\.ts$/).flatMap((file) =>
    [...file.text.matchAll(/^export const (\w+) = defineWhole\(\w+, \{\n([\s\S]*?)\n\}\);/gm)].map(
      ([, name, body]) => [`@/${file.path} ${name}`, /^ {2}own:/m.test(body ?? "")] as const,
    ),
  ),
);

/** The constants of the columns' files, with the query that each stands on. */
const sheets = new Map<string, string>(
  all(/^app\/api\/exports\/tables\/[\w-]+\.ts$/).flatMap((file) =>
    [...file.text.matchAll(/^export const (\w+) = tableOf\((\w+),/gm)].map(
      ([, name = "", query = ""]) => {
        const from = new RegExp(`import \\{ ${query} \\} from "([^"]+)"`).exec(file.text)?.[1];
        return [name, `${from}.ts ${query}`] as const;
      },
    ),
  ),
);

const listed = /export const tables = \{([\s\S]*?)\} as const/.exec(
  text("app/api/exports/tables/registry.ts"),
)?.[1];
const tables = [...(listed ?? "").matchAll(/^ {2}(?:"([\w-]+)": )?(\w+),$/gm)].map(
  ([, name, constant = ""]) => ({ name: name ?? constant, query: sheets.get(constant) }),
);

const offered = all(/^app\/.*\.tsx$/)
  .flatMap((file) => [...file.text.matchAll(/<TakeTable\b([^/]*?)\/>/g)])
  .map(([, props = ""]) => ({
    name: /\btable="([\w-]+)"/.exec(props)?.[1],
    own: /\sown\s/.test(props),
  }));

test("every export of a list has its columns and is offered below its list", () => {
  expect(tables.length).toBeGreaterThan(40);
  expect(tables.map(({ query }) => query).sort()).toEqual([...queries.keys()].sort());
  expect(offered.map(({ name }) => name).sort()).toEqual(tables.map(({ name }) => name).sort());
});

test("own rows are offered where the export gives them, and nowhere else", () => {
  const gives = tables.map(({ name, query }) => [name, queries.get(query ?? "")]);
  expect(Object.fromEntries(offered.map(({ name, own }) => [name, own]))).toEqual(
    Object.fromEntries(gives),
  );
});
