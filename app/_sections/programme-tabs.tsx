import { getTranslations } from "next-intl/server";
import { TabLinks } from "@/components/ui/tabs";
import { reachOf } from "@/lib/features/access/policy";
import { loadFrame } from "@/lib/features/alliances/loaders";
import { currentActor } from "@/lib/platform/auth/session";

type View = "list" | "overlap" | "industries" | "adjustments";

/** The views of programmes below those of talent. */
export async function ProgrammeTabs({ alliance, current }: { alliance: string; current: View }) {
  const [t, actor, { id }] = await Promise.all([
    getTranslations("programmes"),
    currentActor(),
    loadFrame(alliance, {}),
  ]);
  const base = `/a/${alliance}/talent`;
  const adjusts = reachOf("adjustment.read", actor.roles, id) !== undefined;
  const views: { key: View; href: string }[] = [
    { key: "list", href: `${base}/programmes` },
    { key: "overlap", href: `${base}/programmes/overlap` },
    { key: "industries", href: `${base}/programmes/industries` },
    ...(adjusts ? [{ key: "adjustments" as const, href: `${base}/adjustments` }] : []),
  ];
  return (
    <div className="mb-4">
      <TabLinks
        label={t("title")}
        items={views.map(({ key, href }) => ({
          href,
          label: t(`tab.${key}`),
          current: key === current,
        }))}
      />
    </div>
  );
}
