import { getFileProcedure } from "@/lib/features/files/procedures";
import type { UseCase } from "@/lib/platform/corridor/use-case";

/** Every use case that REST offers, and that the permission tests walk. */
export const operations: readonly UseCase[] = [
  ...[].flatMap((feature) => Object.values<UseCase>(feature)),
  getFileProcedure,
];
