import fc from "fast-check";
import { z } from "zod";
import type { UseCase } from "@/lib/platform/corridor/use-case";

/*
 * Inputs for use cases that the test knows only by their schema.
 */
type Json = {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Json[];
  oneOf?: Json[];
  allOf?: Json[];
  format?: string;
  pattern?: string;
  minimum?: number;
  exclusiveMinimum?: number;
  minLength?: number;
  minItems?: number;
  items?: Json;
  properties?: Record<string, Json>;
  required?: string[];
  default?: unknown;
};

export const schemaOf = (useCase: UseCase): Json =>
  z.toJSONSchema(useCase.input, { io: "input", unrepresentable: "any" }) as Json;

/** Texts that are right somewhere: for a pattern the first that fits is taken. */
const texts = [
  "示例文字",
  "2026-11-22",
  "12.00",
  "14:30",
  "M05",
  "1",
  "sample",
  "reader@sample.example",
  "91320500MA1EXAMPL8",
  "320506",
  "13800000001",
];
export const someId = "01900000-0000-7000-8000-000000000000";

const byName: [RegExp, unknown][] = [
  [/(^|[a-z])(id|Id)$/, someId],
  [/Ids$/, [someId]],
  [/email/i, "reader@sample.example"],
  [/(On|From|To|Until|day|asOf)$/, "2026-11-22"],
  [/(amount|Amount)/, "12.00"],
  [/quantity/i, "1"],
  [/metric/i, "M05"],
  [/year/i, 2026],
  [/version|page|pageSize/i, 1],
  [/phone/i, "13800000001"],
  [/creditCode/, "91320500MA1EXAMPL8"],
  [/time$/i, "14:30"],
];

/** The smallest value that the schema seems to want; the name helps where the schema is silent. */
export function plausible(schema: Json, name = ""): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choice?.[0]) return plausible(choice[0], name);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "object") return plausibleObject(schema);
  if (type === "array") return plausibleList(schema, name);
  if (type === "boolean") return false;
  const named = byName.find(([pattern]) => pattern.test(name))?.[1];
  if (type === "integer" || type === "number") {
    return typeof named === "number" ? named : Math.max(schema.minimum ?? 1, 1);
  }
  if (schema.format === "uuid") return someId;
  if (schema.pattern) {
    const fits = new RegExp(schema.pattern, "u");
    return texts.find((text) => fits.test(text)) ?? "x".repeat(schema.minLength ?? 1);
  }
  return named ?? "示例文字";
}

function plausibleObject(schema: Json): Record<string, unknown> {
  const wanted = schema.required ?? [];
  return Object.fromEntries(
    Object.entries(schema.properties ?? {})
      .filter(([key, inner]) => wanted.includes(key) && inner.default === undefined)
      .map(([key, inner]) => [key, plausible(inner, key)]),
  );
}

const plausibleList = (schema: Json, name: string): unknown[] =>
  schema.minItems && schema.items ? [plausible(schema.items, name.replace(/s$/, ""))] : [];

/** A-06: objects that a query builder would take for a condition, and their kin. */
export const operators: unknown[] = [
  ..."not equals in notIn lt lte gt gte contains startsWith endsWith search mode has hasSome isEmpty is isNot some every none path"
    .split(" ")
    .flatMap((word) => [{ [word]: "" }, { [word]: null }]),
  ...[
    { $ne: null },
    { $gt: "" },
    { $where: "1" },
    { toString: "x" },
    { length: 1 },
    { valueOf: 1 },
  ],
  ...[["a", "b"], [null], [[]], [{ not: "" }]],
];

/** Values that somebody sends who does not want to be understood. */
const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    "",
    " ",
    0,
    -1,
    1.5,
    2 ** 31,
    2 ** 53,
    1e308,
    "\u0000",
    "a\u0000b",
    "\ud800",
    "\u202egnp.exe",
    "' OR 1=1 --",
    "'; DROP TABLE users; --",
    "%",
    "_%\\",
    "#{7*7}",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "9".repeat(400),
    "1e21",
    "NaN",
    "Infinity",
    "-0",
    "0x10",
    "2026-02-30",
    "9999-99-99",
    "00000000-0000-0000-0000-000000000000",
    someId,
    "長".repeat(5000),
    "x".repeat(100_000),
    [],
    {},
  ),
  fc.constantFrom(...operators),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.anything({ maxDepth: 3, withNullPrototype: false }),
);

const extra = fc.constantFrom(
  ..."id allianceId alliance state status version role roles createdById userId approvedBy __proto__ constructor prototype toString select include where take skip".split(
    " ",
  ),
);

/** What JSON can carry of a value; the rest is left out, as a client would. */
const carried = (value: unknown): unknown => {
  try {
    return JSON.parse(JSON.stringify(value) ?? "null");
  } catch {
    return null;
  }
};

/** Inputs near enough to the schema to get far, each with one to four things wrong. */
export function malformed(useCase: UseCase): fc.Arbitrary<Record<string, unknown>> {
  const schema = schemaOf(useCase);
  const base = plausibleObject(schema);
  const names = Object.keys(schema.properties ?? {});
  const change = fc.oneof(
    ...(names.length
      ? [
          fc.tuple(fc.constantFrom(...names), hostile),
          fc.tuple(fc.constantFrom(...names), hostile),
          fc.tuple(fc.constantFrom(...names), fc.constant(undefined)),
        ]
      : []),
    fc.tuple(extra, hostile),
  );
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    const input = new Map<string, unknown>(Object.entries(base));
    for (const [name, value] of changes) {
      if (value === undefined) input.delete(name);
      else input.set(name, carried(value));
    }
    // Through text, so that "__proto__" is a key like any other.
    return JSON.parse(
      `{${[...input].map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value ?? null)}`).join(",")}}`,
    );
  });
}
