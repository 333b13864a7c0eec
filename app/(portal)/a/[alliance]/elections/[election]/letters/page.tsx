import { getTranslations } from "next-intl/server";
import { AppointmentLetter } from "@/components/elections/appointment-letter";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { loadAlliance } from "@/lib/features/alliances/loaders";
import { loadElection } from "@/lib/features/elections/loaders";

type Props = { params: Promise<{ alliance: string; election: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("elections.letter"))("open") };
}

/** One letter to a page; the browser prints them all at once. */
export default async function LettersPage({ params }: Props) {
  const { alliance: slug, election: electionId } = await params;
  const [t, election, alliance] = await Promise.all([
    getTranslations("elections"),
    loadElection(slug, { electionId }),
    loadAlliance(slug, {}),
  ]);
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title={t("letter.open")}
          description={t("letter.print")}
          breadcrumbs={[
            { href: `/a/${slug}/elections`, label: t("title") },
            { href: `/a/${slug}/elections/${electionId}`, label: election.title },
          ]}
        />
      </div>
      {election.winners.length === 0 && <EmptyState title={t("letter.none")} />}
      <div className="flex flex-col gap-6">
        {election.winners.map((winner) => (
          <AppointmentLetter
            key={winner.seatId}
            alliance={alliance.name}
            election={election}
            winner={winner}
          />
        ))}
      </div>
    </>
  );
}
