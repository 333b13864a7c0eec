import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { FilterBar, FilterSelect } from "@/components/ui/filter-bar";
import { Notice } from "@/components/ui/notice";
import { type AuditAction, auditActions } from "@/lib/features/audit/types/actions";

type Props = { base: string; search: Record<string, string> };

/** What happens outside of alliances stands in the platform's chain and is no choice here. */
const elsewhere = /^(backup|identity|key|link|password|profile|session|user)\./;
const choices: readonly AuditAction[] = auditActions.filter((action) => !elsewhere.test(action));

export function EntryFilters({ base, search }: Props) {
  const t = useTranslations("audit");
  return (
    <>
      <FilterBar action={`${base}/audit`} keep={{ subject: search.subject }}>
        <FilterSelect
          name="action"
          label={t("column.action")}
          defaultValue={search.action}
          options={choices.map((value) => ({ value, label: t(`action.${value}`) }))}
        />
      </FilterBar>
      {search.subject && (
        <Notice title={t("subjectShown")}>
          <ButtonLink href={`${base}/audit`} variant="quiet">
            {t("showAll")}
          </ButtonLink>
        </Notice>
      )}
    </>
  );
}
