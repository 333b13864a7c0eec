import { z } from "zod";
import type { UseCase } from "../corridor/use-case";

type Json = { [key: string]: unknown };

const toJson = (schema: z.ZodType, io: "input" | "output"): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    reused: "inline",
  });
  return json;
};

const pathParameters = (path: string) =>
  [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");

function parameters(useCase: UseCase, properties: Json, required: readonly string[]) {
  const inPath = pathParameters(useCase.path);
  const query =
    useCase.kind === "query" ? Object.keys(properties).filter((key) => !inPath.includes(key)) : [];
  return [
    ...inPath.map((name) => ({
      name,
      in: "path",
      required: true,
      schema: properties[name] ?? { type: "string" },
    })),
    ...query.map((name) => ({
      name,
      in: "query",
      required: required.includes(name),
      schema: properties[name],
    })),
    ...(useCase.kind === "command"
      ? [
          {
            name: "Idempotency-Key",
            in: "header",
            required: false,
            schema: { type: "string", maxLength: 200 },
          },
        ]
      : []),
  ];
}

const error = (description: string) => ({
  description,
  content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
});

function operation(useCase: UseCase): Json {
  const input = toJson(useCase.input, "input");
  const properties = (input.properties ?? {}) as Json;
  const required = (input.required ?? []) as string[];
  const inPath = pathParameters(useCase.path);
  const body = Object.fromEntries(
    Object.entries(properties).filter(([key]) => !inPath.includes(key)),
  );
  return {
    operationId: useCase.id,
    summary: useCase.summary,
    tags: [useCase.id.split(".")[0]],
    parameters: parameters(useCase, properties, required),
    ...(useCase.kind === "command" && {
      requestBody: {
        required: true,
        content: {
          "application/json": {
            schema: {
              type: "object",
              properties: body,
              required: required.filter((key) => !inPath.includes(key)),
              additionalProperties: false,
            },
          },
        },
      },
    }),
    responses: {
      "200": {
        description: "OK",
        content: {
          "application/json": { schema: toJson(useCase.output, "output") },
          ...(useCase.kind === "query" &&
            useCase.csv && { "text/csv": { schema: { type: "string" } } }),
        },
      },
      "400": error("malformed"),
      "401": error("unauthenticated"),
      "403": error("forbidden"),
      "404": error("not-found"),
      ...(useCase.kind === "command" && {
        "409": error(
          ["stale", "idempotency-conflict", "alliance-frozen", ...useCase.refusals].join(", "),
        ),
      }),
      "429": error("too-many"),
      "503": error("unavailable"),
    },
  };
}

/** OpenAPI 3.1 of all operations, made from the very schemas that parse the calls. */
export function openApiDocument(useCases: readonly UseCase[], serverUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const useCase of useCases) {
    paths[useCase.path] = {
      ...paths[useCase.path],
      [useCase.method.toLowerCase()]: operation(useCase),
    };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Alliance Portal · 产教联合体门户", version: "1" },
    servers: [{ url: `${serverUrl}/api/v1` }],
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer" } },
      schemas: {
        Error: {
          type: "object",
          required: ["code", "message", "requestId"],
          properties: {
            code: { type: "string" },
            message: { type: "string" },
            requestId: { type: "string" },
            issues: {
              type: "array",
              items: {
                type: "object",
                properties: { path: { type: "string" }, message: { type: "string" } },
              },
            },
          },
        },
      },
    },
  };
}
