import type { UseCase } from "@/lib/platform/corridor/use-case";
import { houseFiles, root } from "./files";

export type Defined = { path: string; name: string; useCase: UseCase };

const isUseCase = (value: unknown): value is UseCase =>
  typeof value === "object" && value !== null && "kind" in value && "permission" in value;

/** Every use case that a feature defines, wherever it is or is not offered. */
export async function definedUseCases(): Promise<Defined[]> {
  const paths = houseFiles()
    .map((file) => file.path)
    .filter((path) => /^lib\/features\/\w+\/procedures(\/[\w-]+)?\.ts$/.test(path));
  const modules = await Promise.all(
    paths.map(async (path) => ({
      path,
      exported: (await import(/* @vite-ignore */ `${root}/${path}`)) as Record<string, unknown>,
    })),
  );
  return modules.flatMap(({ path, exported }) =>
    Object.entries(exported).flatMap(([name, useCase]) =>
      isUseCase(useCase) ? [{ path, name, useCase }] : [],
    ),
  );
}
