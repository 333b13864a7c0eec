import { mailWords } from "@/lib/i18n/mail";
import { type Day, dayIn, homeZone } from "@/lib/kernel/dates";
import type { Tx } from "@/lib/platform/db/transaction";
import { createCaseRow } from "@/prisma/seed/factories/cases";
import { createEditionRow, type EditionGiven } from "@/prisma/seed/factories/reports";
import { idOf } from "../ids";
import { userId } from "../people";
import { typicalCases } from "./cases";
import { figuresOf } from "./figures";
import { lastYear } from "./last-year";
import { confirmedNumber, thisYear } from "./this-year";

const titled = (edition: EditionGiven): EditionGiven => ({
  ...edition,
  sections: (edition.sections ?? []).map((section) => ({
    ...section,
    title: mailWords("zh-CN", (words) => words.reports.kind[section.kind]),
  })),
});

/** What its history tells: the stages, on the days on which it came to them. */
const eventsOf = (edition: EditionGiven) =>
  Object.entries(edition.at ?? {}).map(([kind, on]) => ({
    id: idOf("edition-event", `${edition.id}/${kind}`),
    allianceId: edition.allianceId,
    editionId: edition.id ?? "",
    kind,
    actorId: userId("secretariat@suzhou.example"),
    createdAt: on,
  }));

/** Last year's report, published, and this year's with chapters in every state. */
export async function writeReports(tx: Tx, today: Day): Promise<void> {
  const editions = [lastYear, thisYear(today)].map(titled);
  for (const edition of editions) {
    const frozenOn = dayIn(edition.at?.data_snapshot ?? new Date(0), homeZone);
    const figures = await figuresOf(tx, edition.year, frozenOn);
    await createEditionRow(tx, { ...edition, figures });
  }
  for (const given of await typicalCases(tx, today)) await createCaseRow(tx, given);
  await tx.editionEvent.createMany({ data: editions.flatMap(eventsOf) });
  await tx.editionNumberCheck.create({ data: confirmedNumber(today) });
}
