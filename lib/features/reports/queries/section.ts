import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import {
  actsForAll,
  insideReach,
  isSecondReader,
  mayAccept,
  mayPlan,
  mayReturn,
  readsSection,
} from "../policy";
import type { getSectionInput, sectionOutput } from "../schema/editions";
import { factsOf, readSection } from "./facts";
import { figuresOf } from "./figures";
import { sectionOf } from "./get";

type View = z.input<typeof sectionOutput>;
type Text = View["texts"][number];

const textsOf = (db: Db, tenant: string, sectionId: string) =>
  db.$queryRaw<Text[]>`
    SELECT t.number, t.body, p.name AS author, t.created_at AS at FROM edition_texts t
    LEFT JOIN users u ON u.id = t.author_id LEFT JOIN people p ON p.id = u.person_id
    WHERE t.alliance_id = ${tenant}::uuid AND t.section_id = ${sectionId}::uuid ORDER BY t.number DESC LIMIT 100`;

/** One chapter with its versions, for those who write, check or review it. */
export async function getSection(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getSectionInput>,
): Promise<View> {
  const section = await readSection(db, scope, input.sectionId);
  const facts = factsOf(section);
  // The public reads chapters in the edition; how one came to be is for those inside.
  if (!insideReach(scope) || !readsSection(scope, facts)) notFound();
  const [texts, figures] = await Promise.all([
    textsOf(db, scope.alliance.id, section.id),
    figuresOf(db, scope, section.edition, { present: false, all: true }),
  ]);
  const { edition, texts: _, ...columns } = section;
  const accepts = mayAccept(scope, facts);
  return {
    ...sectionOf(scope, edition, columns, texts[0]?.body ?? null),
    edition,
    figures,
    texts,
    may: {
      accept: accepts,
      return: mayReturn(scope, facts),
      plan: mayPlan(scope, edition.state),
      decideBlocked:
        facts.edition === "drafting" &&
        facts.state === "submitted" &&
        actsForAll(scope, "edition.manage") &&
        !isSecondReader(scope.actor.userId, facts),
    },
  };
}
