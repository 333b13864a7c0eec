/** The part of JSON Schema that the schemas of the use cases make. */
export type Schema = {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  default?: unknown;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
};

export type Field = { name: string; type: string; required: boolean };

const DEEPEST = 4;

function kind(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => String(value)).join(" | ");
  if (schema.anyOf) return [...new Set(schema.anyOf.map(kind))].join(" | ");
  const type = Array.isArray(schema.type) ? schema.type.join(" | ") : (schema.type ?? "any");
  return type === "array" && schema.items ? `${kind(schema.items)}[]` : (schema.format ?? type);
}

/** Numbers that zod adds to every integer say nothing to a reader. */
const tells = (limit: number | undefined) => limit !== undefined && Math.abs(limit) < 2 ** 53 - 1;

function limits(schema: Schema): string {
  const found = [
    tells(schema.minimum) && `≥ ${schema.minimum}`,
    tells(schema.maximum) && `≤ ${schema.maximum}`,
    schema.minLength !== undefined && `≥ ${schema.minLength} ch`,
    schema.maxLength !== undefined && `≤ ${schema.maxLength} ch`,
    schema.pattern !== undefined && schema.format === undefined && `/${schema.pattern}/`,
    schema.default !== undefined && `= ${JSON.stringify(schema.default)}`,
  ].filter(Boolean);
  return found.length > 0 ? ` (${found.join(", ")})` : "";
}

export const typeOf = (schema: Schema): string => kind(schema) + limits(schema);

/** What lies in an object, or in the objects of a list. */
function inner(schema: Schema): { schema: Schema; mark: string } | undefined {
  const among = schema.anyOf?.find((one) => one.properties ?? one.items) ?? schema;
  if (among.properties) return { schema: among, mark: "" };
  return among.items?.properties ? { schema: among.items, mark: "[]" } : undefined;
}

/** Every field by its dotted name: "parties[].duty". */
export function fieldsOf(schema: Schema, prefix = "", depth = 0): Field[] {
  const at = inner(schema);
  if (!at || depth > DEEPEST) return [];
  return Object.entries(at.schema.properties ?? {}).flatMap(([key, field]) => {
    const name = `${prefix}${at.mark && depth === 0 ? `${at.mark}.` : ""}${key}`;
    const below = inner(field);
    return [
      { name, type: typeOf(field), required: at.schema.required?.includes(key) ?? false },
      ...(below ? fieldsOf(field, `${name}${below.mark}.`, depth + 1) : []),
    ];
  });
}
