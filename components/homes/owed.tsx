import { useTranslations } from "next-intl";
import { OwedList } from "@/components/enterprises/owed-list";
import type { OrganizationHome } from "@/lib/features/homes/schema";

/** What waits for a member, the late first; each line opens its record. */
export function Owed({ base, home }: { base: string; home: OrganizationHome }) {
  const t = useTranslations("homes");
  return (
    <>
      <OwedList base={base} owed={home.owed} />
      {home.owedCount > home.owed.length && (
        <p className="mt-2 text-sm text-muted">
          {t("owedMore", { count: home.owedCount, shown: home.owed.length })}
        </p>
      )}
    </>
  );
}
