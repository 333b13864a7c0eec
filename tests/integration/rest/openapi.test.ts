import { describe, expect, test } from "vitest";
import { operations } from "@/app/api/v1/operations";
import { openApiDocument } from "@/lib/platform/rest/openapi";

type Schema = { [key: string]: unknown };
type Parameter = { name: string; in: string; required: boolean; schema: Schema };
type Operation = {
  operationId: string;
  summary: string;
  tags: string[];
  parameters: Parameter[];
  requestBody?: { required: boolean; content: Record<string, { schema: Schema }> };
  responses: Record<string, { description: string; content: Record<string, { schema: Schema }> }>;
};

const document = JSON.parse(
  JSON.stringify(openApiDocument(operations, "https://portal.example")),
) as {
  openapi: string;
  info: { title: string; version: string };
  servers: { url: string }[];
  security: Record<string, string[]>[];
  paths: Record<string, Record<string, Operation>>;
  components: { securitySchemes: Schema; schemas: Record<string, Schema> };
};

const all = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

/** Every object in a document that refers to another. */
function references(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "$ref" && typeof inner === "string" ? [inner] : references(inner),
  );
}

const resolve = (pointer: string): unknown =>
  pointer
    .replace(/^#\//, "")
    .split("/")
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);

describe("the OpenAPI document", () => {
  test("is of version 3.1, with title, server and the key as its way in", () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info.title).not.toBe("");
    expect(document.servers).toEqual([{ url: "https://portal.example/api/v1" }]);
    expect(Object.keys(document.components.securitySchemes)).toEqual(
      document.security.flatMap((one) => Object.keys(one)),
    );
  });

  test("has one entry per use case, under its method and path", () => {
    expect(all).toHaveLength(operations.length);
    expect(
      all.map(({ path, method, operation }) => `${method} ${path} ${operation.operationId}`).sort(),
    ).toEqual(
      operations.map(({ path, method, id }) => `${method.toLowerCase()} ${path} ${id}`).sort(),
    );
  });

  test("refers to nothing that is not there", () => {
    const lost = references(document).filter(
      (pointer) => !pointer.startsWith("#/") || resolve(pointer) === undefined,
    );
    expect(lost).toEqual([]);
  });

  test.each(all.map((one) => [one.operation.operationId, one] as const))(
    "%s",
    (_, { path, method, operation }) => {
      const inPath = operation.parameters.filter((parameter) => parameter.in === "path");
      expect(inPath.map(({ name }) => name).sort()).toEqual(
        [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort(),
      );
      expect(inPath.every(({ required }) => required)).toBe(true);
      const names = operation.parameters.map((parameter) => `${parameter.in} ${parameter.name}`);
      expect(new Set(names).size).toBe(names.length);
      for (const parameter of operation.parameters) expect(typeof parameter.schema).toBe("object");
      expect(operation.summary.length).toBeGreaterThan(5);
      expect(operation.tags).toHaveLength(1);
      expect(operation.requestBody === undefined).toBe(method === "get");
      const body = operation.requestBody?.content["application/json"]?.schema;
      if (body) expect(body).toMatchObject({ type: "object", additionalProperties: false });
      expect(Object.keys(operation.responses)).toEqual(
        expect.arrayContaining(["200", "400", "401", "403", "404", "429", "503"]),
      );
      for (const response of Object.values(operation.responses)) {
        expect(response.description).not.toBe("");
        expect(typeof response.content["application/json"]?.schema).toBe("object");
      }
    },
  );

  test("tells the rules of every field: no empty schema in an answer", () => {
    const empty = all.filter(({ operation }) => {
      const schema = operation.responses["200"]?.content["application/json"]?.schema ?? {};
      return Object.keys(schema).length === 0;
    });
    expect(empty.map(({ operation }) => operation.operationId)).toEqual([]);
  });
});
