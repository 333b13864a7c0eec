import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { loadMeetingVotes } from "@/lib/features/votes/loaders";

/** Votes that a departure recorded late puts in doubt, until the chair has confirmed or voided them. */
export async function InDoubt({ alliance, meetingId }: { alliance: string; meetingId: string }) {
  const t = await getTranslations("votes.departure");
  const { items } = await loadMeetingVotes(alliance, { meetingId });
  const votes = items.flatMap(({ item, votes: taken }) =>
    taken
      .filter(({ challenge }) => challenge?.upheld === null && challenge.departures.length > 0)
      .map(({ id }) => ({ id, title: item.title })),
  );
  if (votes.length === 0) return null;
  return (
    <div className="mt-3 text-sm">
      <p className="font-medium text-attention">{t("affected")}</p>
      <ul>
        {votes.map(({ id, title }) => (
          <li key={id}>
            <Link
              href={`/a/${alliance}/meetings/${meetingId}/votes/${id}`}
              className="inline-block min-h-6"
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
