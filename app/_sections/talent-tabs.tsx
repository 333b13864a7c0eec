import { getTranslations } from "next-intl/server";
import { TabLinks } from "@/components/ui/tabs";
import { type Action, reachOf } from "@/lib/features/access/policy";
import { loadFrame } from "@/lib/features/alliances/loaders";
import { currentActor } from "@/lib/platform/auth/session";

type Tab = "overview" | "demands" | "supply" | "matches" | "classes" | "programmes" | "reports";

const tabs: readonly { key: Tab; right: Action }[] = [
  { key: "overview", right: "programme.read" },
  { key: "demands", right: "demand.read" },
  { key: "supply", right: "supply.read" },
  { key: "matches", right: "match.read" },
  { key: "classes", right: "class.read" },
  { key: "programmes", right: "programme.read" },
  { key: "reports", right: "talent_report.read" },
];

/** The views of talent; those that the reader may not open are not shown. */
export async function TalentTabs({ alliance, current }: { alliance: string; current: Tab }) {
  const [t, actor, { id }] = await Promise.all([
    getTranslations("talent"),
    currentActor(),
    loadFrame(alliance, {}),
  ]);
  const base = `/a/${alliance}/talent`;
  return (
    <div className="mb-4">
      <TabLinks
        label={t("title")}
        items={tabs
          .filter(({ right }) => reachOf(right, actor.roles, id))
          .map(({ key }) => ({
            href: key === "overview" ? base : `${base}/${key}`,
            label: t(`tab.${key}`),
            current: key === current,
          }))}
      />
    </div>
  );
}
