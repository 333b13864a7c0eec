import { useTranslations } from "next-intl";
import { TabLinks } from "../ui/tabs";

type Tab = "platforms" | "pairings" | "placements";

/** Three registers that belong together: what was built, who is paired with which park, who was sent there. */
export function PlatformTabs({
  base,
  current,
  placements,
}: {
  base: string;
  current: Tab;
  placements: boolean;
}) {
  const t = useTranslations("platforms.tabs");
  const tabs: { key: Tab; href: string }[] = [
    { key: "platforms", href: base },
    { key: "pairings", href: `${base}/pairings` },
    ...(placements ? [{ key: "placements" as const, href: `${base}/placements` }] : []),
  ];
  return (
    <div className="mb-4 print:hidden">
      <TabLinks
        label={t("label")}
        items={tabs.map(({ key, href }) => ({ href, label: t(key), current: key === current }))}
      />
    </div>
  );
}
