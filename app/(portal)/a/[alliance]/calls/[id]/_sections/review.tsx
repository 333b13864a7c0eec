import { getTranslations } from "next-intl/server";
import { BidList } from "@/components/calls/bid-list";
import { AssignForm, DiscussForm } from "@/components/calls/expert-forms";
import { ExpertList, Opinions } from "@/components/calls/expert-list";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { loadCandidates } from "@/lib/features/calls/loaders";
import type { CallInside, CallView } from "@/lib/features/calls/schema/view";

type Props = { alliance: string; call: CallView; inside: CallInside };

async function Progress({
  progress,
  judges,
  least,
}: {
  progress: NonNullable<CallInside["progress"]>;
  judges: number;
  least: number;
}) {
  const t = await getTranslations("calls.score");
  const missing = progress.missing + progress.again;
  if (judges < least) return <Notice tone="attention">{t("few", { count: judges, least })}</Notice>;
  if (missing === 0 && progress.apart.length === 0) return <Notice tone="ok">{t("ready")}</Notice>;
  return (
    <Notice tone="attention">
      {missing > 0 && <p>{t("missing", { count: missing })}</p>}
      {progress.apart.length > 0 && <p>{t("apart", { count: progress.apart.length })}</p>}
    </Notice>
  );
}

/** Opinions, experts, and what two people opened: for the office and, when ranked, for the enterprise. */
export async function ReviewView({ alliance, call, inside }: Props) {
  const t = await getTranslations("calls");
  const candidates = call.may.assign ? (await loadCandidates(alliance, { id: call.id })).items : [];
  const judges = inside.experts.filter(
    ({ stage, state }) => stage === "bids" && state === "clear",
  ).length;
  return (
    <div className="flex flex-col gap-4">
      {(inside.bids.length > 0 || inside.openers.length > 0) && (
        <Panel title={t("bids.title")}>
          <div className="flex flex-col gap-4">
            {inside.openers.length > 0 && (
              <Facts
                items={[
                  {
                    label: t("open.title"),
                    value: t("open.by", { names: inside.openers.join(" · ") }),
                  },
                ]}
              />
            )}
            {inside.progress && (
              <Progress progress={inside.progress} judges={judges} least={call.leastExperts} />
            )}
            <BidList
              bids={inside.bids}
              files={`/api/calls/${alliance}/${call.id}`}
              action={(bid) =>
                call.may.assign &&
                inside.progress?.missing === 0 &&
                inside.progress.apart.includes(bid.id) && (
                  <DiscussForm tenant={alliance} bidId={bid.id} />
                )
              }
            />
          </div>
        </Panel>
      )}
      {(inside.experts.length > 0 || call.may.assign) && (
        <Panel title={t("expert.title")}>
          <div className="flex flex-col gap-4">
            <ExpertList tenant={alliance} experts={inside.experts} mayRelease={call.may.assign} />
            {call.may.assign && (
              <AssignForm tenant={alliance} id={call.id} candidates={candidates} />
            )}
          </div>
        </Panel>
      )}
      <Panel title={t("opinion.title")}>
        <Opinions opinions={inside.opinions} />
      </Panel>
    </div>
  );
}
