import { useTranslations } from "next-intl";
import type { AlertList } from "@/lib/features/alerts/schema";
import type { AlertAbout } from "@/lib/features/alerts/types";
import { addressWith } from "@/lib/kernel/address";
import { Panel } from "../ui/panel";
import { TabLinks } from "../ui/tabs";
import { SetAlertForm } from "./alert-forms";
import { useAlertWords } from "./words";

type Filters = Readonly<Record<string, string>>;

/** Reports and promises are divided by member alone. */
const filtersFor = (about: AlertAbout, filters: Filters): Filters =>
  about === "threshold"
    ? filters
    : Object.fromEntries(Object.entries(filters).filter(([name]) => name === "organization"));

/** One kind of alert at a time, of those that the reader may set. */
export function SetPanel({
  tenant,
  list,
  about,
  filters,
  organization,
}: {
  tenant: string;
  list: AlertList;
  about: AlertAbout;
  filters: Filters;
  organization: string | null;
}) {
  const t = useTranslations("alerts");
  const words = useAlertWords();
  return (
    <Panel title={t("setTitle")} description={t("change")}>
      <TabLinks
        label={t("setTitle")}
        items={list.abouts.map((one) => ({
          href: addressWith(`/a/${tenant}/dashboard/alerts`, filters, { about: one }),
          label: t(`about.${one}`),
          current: one === about,
        }))}
      />
      <p className="my-3">{words.scopeOf(about, filters, organization)}</p>
      <SetAlertForm
        key={about}
        tenant={tenant}
        about={about}
        metrics={list.metrics.map((one) => ({ value: one.code, label: words.nameOf(one) }))}
        filters={filtersFor(about, filters)}
      />
    </Panel>
  );
}
