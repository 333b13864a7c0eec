import type { Db } from "@/lib/platform/db/transaction";

export async function nameOfUser(db: Db, userId: string | null): Promise<string | null> {
  if (!userId) return null;
  const user = await db.user.findUnique({
    where: { id: userId },
    select: { person: { select: { name: true } } },
  });
  return user?.person.name ?? null;
}
