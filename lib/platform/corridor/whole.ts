import type { z } from "zod";
import type { pagingShape } from "@/lib/kernel/paging";
import { type Permission, reaches } from "./permission";
import { defineQuery, type Query } from "./use-case";

/** Rows of one file. A longer list is cut there, and its total tells. */
export const MOST_ROWS = 20_000;

type Listed = z.ZodType<{ items: unknown[] }, { items: unknown[] }>;
type RowOf<O extends Listed> = z.input<O>["items"][number];
type Found<O extends Listed> = z.input<O> & { total?: number };
type Unpaged<I extends z.ZodObject> = z.ZodObject<
  Omit<I["shape"], keyof typeof pagingShape>,
  z.core.$strict
>;

type Given<O extends Listed> = {
  id: `${string}.${string}`;
  summary: string;
  /** The right to take tables away; the right to the list is asked for as well. */
  permission: Permission;
  /** What the entry in the audit chain is about. */
  subject: string;
  /**
   * Whose a row is. Who may take away only what is the own organizations' gets those rows of what the screen shows. Left
   * out, the table is for those alone who may take away everything.
   */
  own?: (row: RowOf<O>) => readonly (string | null | undefined)[];
};

/** @throws at start where the list has a rule across its fields, which would be lost here. */
const unpaged = <I extends z.ZodObject>(input: I): Unpaged<I> => {
  const { page: _, pageSize: __, ...mask } = input.shape;
  return input.pick(
    Object.fromEntries(Object.keys(mask).map((name) => [name, true])) as never,
  ) as never;
};

/**
 * A list as one table instead of page by page: its own statement, filters, order and rights. Each time it is taken away
 * leaves an entry in the audit chain (security 2, export.table).
 */
export function defineWhole<I extends z.ZodObject, O extends Listed>(
  list: Query<"tenant", I, O>,
  { own, subject, permission, ...named }: Given<O>,
): Query<"tenant", Unpaged<I>, O> {
  return defineQuery<"tenant", Unpaged<I>, O>({
    ...named,
    path: `${list.path}/export`,
    place: "tenant",
    permission: {
      action: permission.action,
      reachOf: (roles, allianceId) => {
        const reach = permission.reachOf(roles, allianceId);
        const known = list.permission.reachOf(roles, allianceId) && (own || reach?.whole);
        return known ? reach : undefined;
      },
    },
    input: unpaged(list.input),
    output: list.output,
    async run(db, scope, input) {
      const reach = list.permission.reachOf(scope.actor.roles, scope.alliance.id) ?? scope.reach;
      const all = { ...input, page: 1, pageSize: MOST_ROWS } as z.output<I>;
      const found = (await list.run(db, { ...scope, reach }, all)) as Found<O>;
      const { whole } = scope.reach;
      const items = whole
        ? found.items
        : found.items.filter((row) => own?.(row).some((id) => reaches(scope.reach, id ?? null)));
      const listed = found.total ?? found.items.length;
      // Own rows may stand behind the cut as well: then the list's length says that something is missing.
      const total = whole || listed > found.items.length ? listed : items.length;
      await scope.audit({
        action: "export.table",
        subjectType: subject,
        subjectId: null,
        details: { rows: items.length, total },
      });
      return { ...found, items, total };
    },
  });
}
