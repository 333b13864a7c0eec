import { FundTabs, type FundView } from "@/components/funds/fund-tabs";
import { loadFundSummary } from "@/lib/features/funds/loaders";

/** The tabs with what the reader may open; the summary answers that for every page of money. */
export async function Tabs({
  alliance,
  current,
  asOf,
}: {
  alliance: string;
  current: FundView;
  asOf?: string | undefined;
}) {
  const { may } = await loadFundSummary(alliance, {});
  return <FundTabs tenant={alliance} current={current} may={may} asOf={asOf} />;
}
