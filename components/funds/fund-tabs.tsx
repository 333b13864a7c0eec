import { useTranslations } from "next-intl";
import { addressWith } from "@/lib/kernel/address";
import { TabLinks } from "../ui/tabs";

export type FundView = "summary" | "ledger" | "desk" | "ageing" | "tasks" | "special" | "years";

/** The views of an alliance's money that the reader may open. */
export function FundTabs({
  tenant,
  current,
  may,
  asOf,
}: {
  tenant: string;
  current: FundView;
  may: { open: boolean; desk: boolean; whole: boolean };
  /** The day of the past that the sums and the ledger are of. */
  asOf?: string | undefined;
}) {
  const t = useTranslations("funds");
  const base = `/a/${tenant}/funds`;
  const day: Record<string, string> = asOf ? { asOf } : {};
  const views: { view: FundView; href: string; label: string; shown: boolean }[] = [
    { view: "summary", href: addressWith(base, day), label: t("title"), shown: true },
    {
      view: "ledger",
      href: addressWith(`${base}/ledger`, day),
      label: t("ledger"),
      shown: may.open,
    },
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
