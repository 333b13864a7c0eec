import { beforeAll, describe, expect, test } from "vitest";
import { operations } from "@/app/api/v1/operations";
import { columns, reachOf, table } from "@/lib/features/access/policy";
import { messages as en } from "@/lib/i18n/messages/en";
import { messages as zh } from "@/lib/i18n/messages/zh-CN";
import type { Role } from "@/lib/platform/auth/actor";
import { houseFiles } from "./scan/files";
import { codeOf } from "./scan/mask";
import { type Defined, definedUseCases } from "./scan/use-cases";

/** Use cases that REST must not offer, each with its reason. */
const notOffered: Record<string, string> = {
  "files.register":
    "whoever could name a hash could fetch another's bytes; the upload route calls it",
  "bids.prepareSeal": "the upload of a bid's file asks it before it takes a byte",
  "bids.keepFile":
    "whoever could name a hash could hang another's bytes to a bid; the upload calls it",
  "bids.readFile": "it answers with what opens a sealed file; the download calls it",
};

/** Rights of the table that nothing asks for yet. May only shrink. */
const notAskedYet: Record<string, string> = {
  "alliance.read_internal": "an alliance's profile has no internal field yet; all of it is public",
};

let defined: Defined[] = [];
beforeAll(async () => {
  defined = await definedUseCases();
});

const asked = () => {
  const inCode = houseFiles()
    .filter((file) => /^(lib|app|components)\//.test(file.path) && !/\.test\.ts$/.test(file.path))
    .flatMap((file) => {
      const code = codeOf(file);
      return [...code.matchAll(/\b(?:reachOf|permission|reachFor)\(/g)].flatMap((call) => {
        const found = /"([a-z_]+\.[a-z_]+)"/.exec(file.text.slice(call.index, call.index + 160));
        return found?.[1] ? [found[1]] : [];
      });
    });
  return new Set([...defined.map(({ useCase }) => useCase.permission.action), ...inCode]);
};

describe("use cases", () => {
  test("were found where procedures are", () => {
    const files = houseFiles().filter((file) => /\/procedures(\/[\w-]+)?\.ts$/.test(file.path));
    expect(new Set(defined.map(({ path }) => path)).size).toBe(files.length);
  });

  test("every one is an operation of REST, or is not for a reason", () => {
    const offered = new Set<unknown>(operations);
    const missing = defined.filter(({ useCase }) => !offered.has(useCase));
    expect(missing.map(({ useCase }) => useCase.id).sort()).toEqual(Object.keys(notOffered).sort());
  });

  test("ids and addresses are unique, and a tenant's begin with the alliance", () => {
    const ids = defined.map(({ useCase }) => useCase.id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const addresses = operations.map(
      ({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, "{}")}`,
    );
    expect(addresses.filter((one, at) => addresses.indexOf(one) !== at)).toEqual([]);
    const misplaced = operations.filter(
      ({ place, path }) => (place === "tenant") !== path.startsWith("/alliances/{alliance}"),
    );
    expect(
      misplaced.filter(({ place }) => place === "tenant").map(({ id }) => id),
      "a tenant's use case outside of its alliance",
    ).toEqual([]);
    expect(
      operations.filter(({ id }) => !/^[a-z]+\.[a-zA-Z]+$/.test(id)).map(({ id }) => id),
    ).toEqual([]);
  });

  test("A-03 every input is strict: unknown keys are refused", () => {
    const lax = defined.filter(
      ({ useCase }) =>
        useCase.input
          .safeParse({ surelyUnknown: 1 })
          .error?.issues.every((issue) => issue.code !== "unrecognized_keys") ?? true,
    );
    expect(lax.map(({ useCase }) => useCase.id)).toEqual([]);
  });

  test("A-09 no input takes the tenant", () => {
    const taking = defined.filter(({ useCase }) =>
      Object.keys(useCase.input.shape).some((key) =>
        /^(alliance|allianceId|tenant|tenantId)$/.test(key),
      ),
    );
    expect(
      taking.filter(({ useCase }) => useCase.place === "tenant").map(({ useCase }) => useCase.id),
    ).toEqual([]);
  });

  test("every parameter of a path is an input, but the alliance", () => {
    const unknown = operations.flatMap(({ id, path, input }) =>
      [...path.matchAll(/\{(\w+)\}/g)]
        .map((match) => match[1] ?? "")
        .filter((name) => name !== "alliance" && !(name in input.shape))
        .map((name) => `${id}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  test("every refusal has its words in both languages", () => {
    const reasons = new Set(
      defined.flatMap(({ useCase }) => (useCase.kind === "command" ? [...useCase.refusals] : [])),
    );
    for (const [locale, words] of Object.entries({ zh: zh.refusals, en: en.refusals })) {
      const without = [...reasons].filter((reason) => !(reason in words));
      expect(without, locale).toEqual([]);
    }
  });
});

describe("the permission table", () => {
  test("every right that a use case asks for stands in it", () => {
    const unknown = [...asked()].filter((action) => !(action in table));
    expect(unknown).toEqual([]);
  });

  test("every right of it is asked for, or the reason why not is given", () => {
    const used = asked();
    const unused = Object.keys(table).filter((action) => !used.has(action));
    expect(unused.sort()).toEqual(Object.keys(notAskedYet).sort());
  });

  const roles = columns.filter((column) => column !== "public");
  const foreign = "00000000-0000-7000-8000-000000000001";
  const here = "00000000-0000-7000-8000-000000000002";

  test.each(Object.keys(table))("no cell of %s reaches into another alliance", (action) => {
    const right = action as keyof typeof table;
    const visitor = reachOf(right, [], here);
    for (const role of roles.filter((one) => one !== "platform_admin")) {
      const held = { role: role as Role, allianceId: foreign, organizationId: foreign };
      expect(reachOf(right, [held], here), role).toEqual(visitor);
    }
  });
});
