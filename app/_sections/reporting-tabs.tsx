import { getTranslations } from "next-intl/server";
import { TabLinks } from "@/components/ui/tabs";

const tabs = ["due", "cycles", "coverage", "indicators"] as const;
type Tab = (typeof tabs)[number];

/** The views of reporting; the sets stand at an address of their own, since everybody reads them. */
export async function ReportingTabs({ alliance, current }: { alliance: string; current: Tab }) {
  const t = await getTranslations("reporting");
  const base = `/a/${alliance}`;
  const paths: Record<Tab, string> = {
    due: "/reporting",
    cycles: "/reporting/cycles",
    coverage: "/reporting/overview",
    indicators: "/indicators",
  };
  return (
    <div className="mb-4">
      <TabLinks
        label={t("title")}
        items={tabs.map((tab) => ({
          href: base + paths[tab],
          label: t(`tab.${tab}`),
          current: tab === current,
        }))}
      />
    </div>
  );
}
