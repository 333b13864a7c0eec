import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Dashboard } from "@/lib/features/dashboards/schema";
import { layers } from "@/lib/features/dashboards/types";
import { organizationKinds } from "@/lib/features/organizations/types";
import { addressWith } from "@/lib/kernel/address";
import { FilterBar, FilterSelect, FilterText } from "../ui/filter-bar";

type Search = Readonly<Record<string, string>>;

/** Years, kind of member and state of the data: everything in the address, so that copying it gives the same view. */
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
    <FilterBar action={base} keep={{ organization: search.organization }}>
      <FilterText name="from" label={t("from")} inputMode="numeric" defaultValue={dashboard.from} />
      <FilterText name="to" label={t("to")} inputMode="numeric" defaultValue={dashboard.to} />
      <FilterSelect
        name="kind"
        label={t("kind")}
        defaultValue={search.kind}
        options={organizationKinds.map((kind) => ({ value: kind, label: o(`kind.${kind}`) }))}
      />
      <FilterSelect
        name="status"
        label={t("status")}
        defaultValue={dashboard.status}
        options={layers.map((layer) => ({ value: layer, label: t(`layer.${layer}`) }))}
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
  const kind = organizationKinds.find((one) => one === search.kind);
  const chips = [
    dashboard.organization && { name: "organization", label: dashboard.organization.name },
    kind && { name: "kind", label: o(`kind.${kind}`) },
    dashboard.status === "live" && { name: "status", label: t("layer.live") },
    search.from && { name: "from", label: t("since", { year: search.from }) },
    search.to && { name: "to", label: t("until", { year: search.to }) },
  ].filter((chip) => typeof chip === "object" && chip !== null);
  const printed = t("printed", {
    years: t("stretch", { from: dashboard.from, to: dashboard.to }),
    layer: t(`layer.${dashboard.status}`),
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
