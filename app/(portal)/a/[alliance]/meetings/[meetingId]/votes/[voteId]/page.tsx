import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Panel } from "@/components/ui/panel";
import { NamedTable } from "@/components/votes/named-table";
import { VoteBadge, VoteHead } from "@/components/votes/vote-head";
import { VoteSheet } from "@/components/votes/vote-sheet";
import { loadVote } from "@/lib/features/votes/loaders";
import { oneInput } from "@/lib/features/votes/schema/votes";
import { Recount } from "../../_sections/recount";

type Props = { params: Promise<{ alliance: string; meetingId: string; voteId: string }> };

const load = async (params: Props["params"]) => {
  const { alliance, meetingId, voteId } = await params;
  const input = oneInput.safeParse({ voteId });
  if (!input.success) notFound();
  const page = await loadVote(alliance, input.data);
  if (page.meeting.id !== meetingId) notFound();
  return { alliance, ...page };
};

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations("votes");
  return { title: t("page.title", { item: (await load(params)).item.title }) };
}

/** One vote on paper: the result that explains itself, the votes by seat, and how to check them. */
export default async function VotePage({ params }: Props) {
  const [t, m, page] = await Promise.all([
    getTranslations("votes"),
    getTranslations("meetings"),
    load(params),
  ]);
  const { alliance, vote, meeting, item } = page;
  const base = `/a/${alliance}/meetings`;
  return (
    <>
      <PageHeader
        title={t("page.title", { item: item.title })}
        breadcrumbs={[
          { href: base, label: m("title") },
          { href: `${base}/${meeting.id}`, label: meeting.title },
          { label: item.title },
        ]}
        badge={<VoteBadge state={vote.state} />}
      />
      <div className="flex flex-col gap-4">
        <Panel title={t("sheet.title")}>
          <div className="flex flex-col gap-4">
            <VoteHead vote={vote} many />
            <p className="whitespace-pre-line break-words">{vote.text}</p>
            {vote.sheet && <VoteSheet vote={vote} sheet={vote.sheet} />}
          </div>
        </Panel>
        {page.named && (
          <Panel title={t("sheet.named")} description={t("sheet.namedHint")}>
            <NamedTable lines={page.named} />
          </Panel>
        )}
        <Recount alliance={alliance} page={page} />
      </div>
    </>
  );
}
