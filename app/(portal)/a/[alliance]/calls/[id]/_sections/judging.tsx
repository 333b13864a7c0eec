import { getTranslations } from "next-intl/server";
import { BidList } from "@/components/calls/bid-list";
import { DeclareForm, OpinionForm, ScoreForm } from "@/components/calls/expert-forms";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import type { CallView } from "@/lib/features/calls/schema/view";

type Props = { alliance: string; call: CallView };

/** The expert's own part: first the declaration, then the opinion or the blind sheets. */
export async function JudgingView({ alliance, call }: Props) {
  const t = await getTranslations("calls");
  const { judging, blind } = call;
  if (!judging) return null;
  if (judging.state === "assigned") {
    return (
      <div className="mb-4">
        <Panel title={t("expert.declare")}>
          <DeclareForm tenant={alliance} id={call.id} units={judging.units} />
        </Panel>
      </div>
    );
  }
  if (judging.state !== "clear") return null;
  const sheetOf = (bidId: string) => judging.sheets.find((one) => one.bidId === bidId);
  return (
    <div className="mb-4">
      {judging.stage === "need" && !judging.opined && (
        <Panel title={t("opinion.title")}>
          <OpinionForm tenant={alliance} id={call.id} />
        </Panel>
      )}
      {judging.stage === "bids" && (
        <Panel title={t("score.title")}>
          <BidList
            bids={blind}
            files={undefined}
            action={(bid) => {
              const sheet = sheetOf(bid.id);
              return sheet?.due ? (
                <ScoreForm
                  tenant={alliance}
                  bidId={bid.id}
                  criteria={call.criteria}
                  again={Object.keys(sheet.points).length > 0}
                />
              ) : (
                <p>
                  <Badge tone="ok">{t("score.given")}</Badge>
                </p>
              );
            }}
          />
        </Panel>
      )}
    </div>
  );
}
