import { useTranslations } from "next-intl";
import { TabLinks } from "@/components/ui/tabs";

type Here = "list" | "plan" | "proposals" | "interests";

/** The lists around meetings. */
export function MeetingTabs({
  base,
  here,
  proposes,
}: {
  base: string;
  here: Here;
  proposes: boolean;
}) {
  const t = useTranslations("meetings.tabs");
  const tabs: readonly Here[] = [
    "list",
    "plan",
    ...(proposes ? (["proposals", "interests"] as const) : []),
  ];
  return (
    <div className="mb-4">
      <TabLinks
        label={t("label")}
        items={tabs.map((tab) => ({
          href: tab === "list" ? base : `${base}/${tab}`,
          label: t(tab),
          current: tab === here,
        }))}
      />
    </div>
  );
}
