import type { UseCase } from "../corridor/use-case";

export type Match = { useCase: UseCase; params: Record<string, string> };

type Route = { useCase: UseCase; segments: string[] };

const parameter = /^\{(\w+)\}$/;

/** Literal segments win over parameters, so that /projects/similar is not the project "similar". */
const weight = (route: Route) =>
  route.segments.filter((segment) => !parameter.test(segment)).length;

/** Finds the operation of a method and a path below /api/v1. */
export function createRouter(useCases: readonly UseCase[]) {
  const routes = new Map<string, Route[]>();
  for (const useCase of useCases) {
    const segments = useCase.path.split("/").slice(1);
    const key = `${useCase.method} ${segments.length}`;
    const list = [...(routes.get(key) ?? []), { useCase, segments }];
    routes.set(
      key,
      list.sort((a, b) => weight(b) - weight(a)),
    );
  }
  const matchRoute = (
    route: Route,
    path: readonly string[],
  ): Record<string, string> | undefined => {
    const params: Record<string, string> = {};
    for (const [index, segment] of route.segments.entries()) {
      const name = parameter.exec(segment)?.[1];
      const value = path[index] ?? "";
      if (name) params[name] = value;
      else if (segment !== value) return undefined;
    }
    return params;
  };
  return (method: string, path: readonly string[]): Match | undefined => {
    for (const route of routes.get(`${method} ${path.length}`) ?? []) {
      const params = matchRoute(route, path);
      if (params) return { useCase: route.useCase, params };
    }
    return undefined;
  };
}
