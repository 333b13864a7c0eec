import { useTranslations } from "next-intl";
import { organizationKinds } from "@/lib/features/organizations/types";

/** Filters of a view in words, as the chips of the page say them. */
export function useFilterWords() {
  const t = useTranslations("subscriptions");
  const d = useTranslations("dashboards");
  const o = useTranslations("organizations");
  return (filters: Readonly<Record<string, string>>, organization: string | null): string => {
    const kind = organizationKinds.find((one) => one === filters.kind);
    const parts = [
      organization,
      kind && o(`kind.${kind}`),
      filters.from && d("since", { year: filters.from }),
      filters.to && d("until", { year: filters.to }),
      filters.status === "live" && d("layer.live"),
    ].filter((part) => typeof part === "string" && part !== "");
    return parts.length === 0 ? t("whole") : t("filters", { filters: parts.join(" · ") });
  };
}
