import { useTranslations } from "next-intl";
import { TabLinks } from "../ui/tabs";

export type FundView = "summary" | "ledger" | "desk" | "ageing" | "tasks" | "special" | "years";

/** The views of an alliance's money that the reader may open. */
export function FundTabs({
  tenant,
  current,
  may,
}: {
  tenant: string;
  current: FundView;
  may: { open: boolean; desk: boolean; whole: boolean };
}) {
  const t = useTranslations("funds");
  const base = `/a/${tenant}/funds`;
  const views: { view: FundView; href: string; label: string; shown: boolean }[] = [
    { view: "summary", href: base, label: t("title"), shown: true },
    { view: "ledger", href: `${base}/ledger`, label: t("ledger"), shown: may.open },
    { view: "desk", href: `${base}/desk`, label: t("desk.title"), shown: may.desk },
    { view: "ageing", href: `${base}/ageing`, label: t("ageing.title"), shown: may.whole },
    { view: "tasks", href: `${base}/tasks`, label: t("tasks.title"), shown: may.whole },
    { view: "special", href: `${base}/special`, label: t("special.title"), shown: may.open },
    { view: "years", href: `${base}/years`, label: t("years.title"), shown: may.whole },
  ];
  const shown = views.filter((one) => one.shown);
  if (shown.length < 2) return null;
  return (
    <div className="mb-4">
      <TabLinks
        items={shown.map(({ view, href, label }) => ({ href, label, current: view === current }))}
      />
    </div>
  );
}
