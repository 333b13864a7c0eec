import { PlatformTabs } from "@/components/platforms/platform-tabs";
import { reachOf } from "@/lib/features/access/policy";
import { loadFrame } from "@/lib/features/alliances/loaders";
import { currentActor } from "@/lib/platform/auth/session";

/** The tabs that the reader may open. */
export async function RegisterTabs({
  alliance,
  current,
}: {
  alliance: string;
  current: "platforms" | "pairings" | "placements";
}) {
  const [frame, actor] = await Promise.all([loadFrame(alliance, {}), currentActor()]);
  const placements = reachOf("placement.read", actor.roles, frame.id) !== undefined;
  return (
    <PlatformTabs base={`/a/${alliance}/platforms`} current={current} placements={placements} />
  );
}
