import { FundTabs, type FundView } from "@/components/funds/fund-tabs";
import { loadFundDoors } from "@/lib/features/funds/loaders";

/** The tabs of money that the reader may open. */
export async function Tabs({
  alliance,
  current,
  asOf,
}: {
  alliance: string;
  current: FundView;
  asOf?: string | undefined;
}) {
  const may = await loadFundDoors(alliance, {});
  return <FundTabs tenant={alliance} current={current} may={may} asOf={asOf} />;
}
