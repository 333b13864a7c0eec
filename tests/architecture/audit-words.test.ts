import { expect, test } from "vitest";
import { steps } from "@/lib/features/applications/types";
import { auditActions } from "@/lib/features/audit/types/actions";
import { subjectTypes } from "@/lib/features/audit/types/subjects";
import { certificateSteps } from "@/lib/features/certificates/types";
import { correctionMoves } from "@/lib/features/corrections/types";
import { coClaimMoves } from "@/lib/features/outcomes/types";
import { projectMoves } from "@/lib/features/projects/types";
import { houseFiles, type SourceFile } from "./scan/files";

const call = /(?:\baudit|\brecordAudit|\banswer|\bnote\w*)\s*\(/;

/** Actions and kinds of records that the code writes into a chain as literal text. */
function written(files: readonly SourceFile[], key: "action" | "subjectType"): string[] {
  const pattern = new RegExp(
    `\\b${key}:\\s*(?:[^,"\`]*\\?\\s*)?"([a-z-]+(?:\\.[a-z_]+)?)"(?:\\s*:\\s*"([a-z-]+)")?`,
    "g",
  );
  return files
    .filter(
      ({ path, text }) =>
        /^(lib|scripts)\/.*\.ts$/.test(path) && !/\.test\.ts$/.test(path) && call.test(text),
    )
    .flatMap(({ text }) => [...text.matchAll(pattern)].flatMap((match) => [match[1], match[2]]))
    .filter((found): found is string => found !== undefined);
}

const composed = [
  ...projectMoves.map((move) => `project.${move}`),
  ...steps.map((step) => `application.${step}`),
  ...coClaimMoves.map((move) => `figure.${move}_share`),
  ...certificateSteps.map((step) => `certificate.${step}`),
  "figure.return",
  "figure.verify",
  ...correctionMoves.map((move) => `figure.${move}_correction`),
];

test("every action that is written into a chain has its words", () => {
  const known = new Set<string>(auditActions);
  const found = [...new Set([...written(houseFiles(), "action"), ...composed])];
  expect(found.length).toBeGreaterThan(40);
  expect(found.filter((action) => action.includes(".") && !known.has(action)).sort()).toEqual([]);
});

test("every kind of record in a chain has its word", () => {
  const known = new Set<string>(subjectTypes);
  expect(
    [...new Set(written(houseFiles(), "subjectType"))].filter((type) => !known.has(type)).sort(),
  ).toEqual([]);
});

test("the search sees what is written", () => {
  const text = 'scope.audit({ action: "fund.burn", subjectType: given ? "fire" : "ash" })';
  const files = [{ path: "lib/features/funds/commands.ts", text }];
  expect(written(files, "action")).toEqual(["fund.burn"]);
  expect(written(files, "subjectType")).toEqual(["fire", "ash"]);
});
