import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Dashboard } from "@/lib/features/dashboards/schema";
import { organizationKinds } from "@/lib/features/organizations/types";
import { formatDay } from "@/lib/i18n/format";
import { addressWith } from "@/lib/kernel/address";
import { FilterBar, FilterSelect, FilterText } from "../ui/filter-bar";
import { useTimeSentence } from "./time-switch";

type Search = Readonly<Record<string, string>>;

/** Years and kind of member: everything in the address, so that copying it gives the same view. */
export function DashboardFilters({
  base,
  search,
  dashboard,
}: {
  base: string;
  search: Search;
  dashboard: Dashboard;
}) {
  const t = useTranslations("dashboards");
  const o = useTranslations("organizations");
  return (
    <FilterBar
      action={base}
      keep={{ organization: search.organization, status: search.status, asOf: search.asOf }}
      used={Boolean(search.to || search.kind)}
    >
      <FilterText name="from" label={t("from")} inputMode="numeric" defaultValue={dashboard.from} />
      <FilterText name="to" label={t("to")} inputMode="numeric" defaultValue={dashboard.to} />
      <FilterSelect
        name="kind"
        label={t("kind")}
        defaultValue={search.kind}
        options={organizationKinds.map((kind) => ({ value: kind, label: o(`kind.${kind}`) }))}
      />
    </FilterBar>
  );
}

/** What narrows the page now; each chip takes its own filter away. */
export function ActiveFilters({
  base,
  search,
  dashboard,
}: {
  base: string;
  search: Search;
  dashboard: Dashboard;
}) {
  const t = useTranslations("dashboards");
  const o = useTranslations("organizations");
  const locale = useLocale();
  const sentence = useTimeSentence()(dashboard);
  const kind = organizationKinds.find((one) => one === search.kind);
  const chips = [
    dashboard.organization && { name: "organization", label: dashboard.organization.name },
    kind && { name: "kind", label: o(`kind.${kind}`) },
    dashboard.past && {
      name: "asOf",
      label: t("asOfDay", { day: formatDay(dashboard.past.day, locale) }),
    },
    dashboard.status === "live" && { name: "status", label: t("layer.live") },
    search.from && { name: "from", label: t("since", { year: search.from }) },
    search.to && { name: "to", label: t("until", { year: search.to }) },
  ].filter((chip) => typeof chip === "object" && chip !== null);
  const printed = t("printed", {
    years: t("stretch", { from: dashboard.from, to: dashboard.to }),
    layer: t(`layer.${dashboard.status}`),
    sentence,
  });
  if (chips.length === 0) return <p className="hidden text-sm print:block">{printed}</p>;
  return (
    <>
      <p className="hidden text-sm print:block">{printed}</p>
      <ul aria-label={t("active")} className="mt-3 flex flex-wrap gap-2 text-sm">
        {chips.map(({ name, label }) => (
          <li key={name} className="rounded border border-line bg-sunken px-2 py-0.5">
            {label}
            <Link
              href={addressWith(base, search, { [name]: undefined })}
              prefetch={false}
              aria-label={t("remove", { label })}
              className="ml-1 inline-block min-w-6 text-center no-underline print:hidden"
            >
              ×
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
