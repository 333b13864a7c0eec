import type { Db } from "@/lib/platform/db/transaction";

/** Organizations by name, in the order of the alphabet. */
export const namesOf = (db: Db, ids: readonly string[]): Promise<{ id: string; name: string }[]> =>
  db.organization.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
    orderBy: [{ pinyin: "asc" }, { id: "asc" }],
  });

/** Names of the persons behind accounts. */
export async function accountNames(
  db: Db,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const users = await db.user.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, person: { select: { name: true } } },
  });
  return new Map(users.map(({ id, person }) => [id, person.name]));
}
