import { getTranslations } from "next-intl/server";
import { TabLinks } from "@/components/ui/tabs";
import { reachOf } from "@/lib/features/access/policy";
import { loadFrame } from "@/lib/features/alliances/loaders";
import { currentActor } from "@/lib/platform/auth/session";

/** Views of the structure: the bodies, their seats and terms for those inside, and the powers handed to them. */
export async function StructureTabs({
  alliance,
  current,
}: {
  alliance: string;
  current: "structure" | "seats" | "terms" | "powers";
}) {
  const [t, b, frame, actor] = await Promise.all([
    getTranslations("alliances"),
    getTranslations("bodies"),
    loadFrame(alliance, {}),
    currentActor(),
  ]);
  const inside = reachOf("seat.read_internal", actor.roles, frame.id)?.whole === true;
  const base = `/a/${alliance}/structure`;
  return (
    <div className="mb-4 print:hidden">
      <TabLinks
        label={t("structure.title")}
        items={[
          { href: base, label: t("structure.title"), current: current === "structure" },
          ...(inside
            ? [
                { href: `${base}/seats`, label: b("seats.title"), current: current === "seats" },
                { href: `${base}/terms`, label: b("radar.tab"), current: current === "terms" },
              ]
            : []),
          { href: `${base}/powers`, label: t("powers.title"), current: current === "powers" },
        ]}
      />
    </div>
  );
}
