import { useLocale, useTranslations } from "next-intl";
import { applyImportAction } from "@/lib/features/memberships/actions";
import { importOutcomes } from "@/lib/features/memberships/types";
import { formatCount, formatInstant } from "@/lib/i18n/format";
import { ActionForm } from "../forms/action-form";
import { ButtonLink } from "../ui/button";
import { Notice } from "../ui/notice";
import { Stat } from "../ui/stat";
import type { ImportView } from "./import-rows";

/** How many rows become what; each number opens its rows. */
export function ImportCounts({
  view,
  href,
}: {
  view: ImportView;
  href: (outcome: string | undefined) => string;
}) {
  const t = useTranslations("memberships.import");
  const locale = useLocale();
  return (
    <div className="grid grid-cols-2 gap-2 md:grid-cols-5">
      {importOutcomes.map((outcome) => (
        <Stat
          key={outcome}
          label={t(`count.${outcome}`)}
          value={formatCount(view.counts[outcome], locale)}
          unit={t("unitRows")}
          {...(view.appliedAt ? {} : { href: href(outcome) })}
        />
      ))}
      <Stat
        label={t("count.memberships")}
        value={formatCount(view.counts.memberships, locale)}
        unit={t("unitMembers")}
      />
    </div>
  );
}

/** The last step: what is applied is what was looked at, named by its fingerprint. */
export function ImportConfirm({ view, tenant }: { view: ImportView; tenant: string }) {
  const t = useTranslations("memberships.import");
  const locale = useLocale();
  const { counts } = view;
  if (view.appliedAt) {
    return (
      <Notice tone="ok" title={t("doneTitle")}>
        <p>
          {t("done", {
            ...counts,
            name: view.fileName,
            at: formatInstant(new Date(view.appliedAt), locale),
          })}
        </p>
        <p className="pt-2">
          <ButtonLink href={`/a/${tenant}/members`}>{t("toRegister")}</ButtonLink>
        </p>
      </Notice>
    );
  }
  if (counts.fault > 0) {
    return <Notice tone="problem">{t("faulty", { count: counts.fault })}</Notice>;
  }
  if (counts.create + counts.memberships === 0) {
    return <Notice tone="neutral">{t("nothing")}</Notice>;
  }
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm text-muted">{t("asOf")}</p>
      <ActionForm
        key={view.fingerprint}
        action={applyImportAction}
        tenant={tenant}
        hidden={{ importId: view.id, fingerprint: view.fingerprint }}
        submitLabel={t("submit", { rows: counts.rows })}
        confirmLabel={t("confirmQuestion", {
          create: counts.create,
          memberships: counts.memberships,
        })}
        successMessage={t("saved")}
      />
    </div>
  );
}
