import { StandingPanel } from "@/components/alerts/standing-panel";
import { loadRaisings } from "@/lib/features/alerts/loaders";
import { standingShown } from "@/lib/features/alerts/types";

/** What the reader's own alerts have raised and still stands. */
export async function StandingAlerts({ alliance }: { alliance: string }) {
  const raisings = await loadRaisings(alliance, { open: true, pageSize: standingShown });
  return <StandingPanel base={`/a/${alliance}`} raisings={raisings} />;
}
