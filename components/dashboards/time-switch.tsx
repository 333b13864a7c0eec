import { useLocale, useTranslations } from "next-intl";
import type { Dashboard } from "@/lib/features/dashboards/schema";
import { layers } from "@/lib/features/dashboards/types";
import { formatDay } from "@/lib/i18n/format";
import { addressWith } from "@/lib/kernel/address";
import { addDays } from "@/lib/kernel/dates";
import { FilterBar, FilterDate, FilterSelect } from "../ui/filter-bar";
import { Notice } from "../ui/notice";
import { TabLinks } from "../ui/tabs";

type Search = Readonly<Record<string, string>>;

/** What is shown, in words: a reader must not take a number of last month for one of now. */
export function useTimeSentence() {
  const t = useTranslations("dashboards");
  const locale = useLocale();
  return ({ past, status }: Pick<Dashboard, "past" | "status">): string => {
    if (!past) return t(`time.sentence.${status}`);
    const { day, firstDay } = past;
    const shown = t("time.sentence.past", {
      day: formatDay(day, locale),
      layer: t(`layer.${status}`),
    });
    if (firstDay === null) return `${shown} ${t("time.neverKept")}`;
    const key = day < firstDay ? "time.before" : "time.first";
    return `${shown} ${t(key, { day: formatDay(firstDay, locale) })}`;
  };
}

/** Three times of every number: live, approved, and as it was shown on a day; each is an address. */
export function TimeSwitch({
  base,
  search,
  dashboard,
}: {
  base: string;
  search: Search;
  dashboard: Dashboard;
}) {
  const t = useTranslations("dashboards");
  const sentence = useTimeSentence()(dashboard);
  const { past, status, today } = dashboard;
  const lastMonth = addDays(`${today.slice(0, 7)}-01`, -1);
  return (
    <div className="my-3 grid gap-2">
      <TabLinks
        label={t("time.label")}
        items={[
          ...layers.map((layer) => ({
            href: addressWith(base, search, { status: layer, asOf: undefined }),
            label: t(`layer.${layer}`),
            current: !past && status === layer,
          })),
          {
            href: addressWith(base, search, { asOf: past?.day ?? lastMonth }),
            label: t("time.past"),
            current: past !== null,
          },
        ]}
      />
      {past && (
        <FilterBar action={base} keep={{ ...search, asOf: undefined, status: undefined }}>
          <FilterDate name="asOf" label={t("time.day")} defaultValue={past.day} />
          <FilterSelect
            name="status"
            label={t("status")}
            defaultValue={status}
            options={layers.map((layer) => ({ value: layer, label: t(`layer.${layer}`) }))}
          />
        </FilterBar>
      )}
      <Notice tone={past || status === "live" ? "attention" : "neutral"}>{sentence}</Notice>
    </div>
  );
}
