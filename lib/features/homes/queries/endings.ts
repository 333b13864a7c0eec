import { lettersEnding, termsEnding } from "@/lib/features/bodies/queries/radar";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import type { HomeLine } from "../schema";

const first = (days: readonly string[]): string | null => [...days].sort()[0] ?? null;

/** Terms and letters of authority that end, as the page of terms lists them. */
export async function readEndings(db: Db, scope: TenantScope): Promise<HomeLine[]> {
  const [terms, letters] = await Promise.all([
    termsEnding(db, scope),
    lettersEnding(db, scope.alliance.id, scope.today),
  ]);
  return [
    {
      key: "terms_ending",
      count: terms.length,
      since: first(terms.map(({ term }) => term.extendedTo ?? term.endsOn)),
    },
    {
      key: "letters_ending",
      count: letters.length,
      since: first(letters.map(({ until }) => until)),
    },
  ];
}
