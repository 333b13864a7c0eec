import { useLocale, useTranslations } from "next-intl";
import type { ApplicationView, CaseView } from "@/lib/features/applications/schema";
import { formatInstant } from "@/lib/i18n/format";
import { Facts } from "../ui/facts";

/** What was applied for, in the applicant's own words. */
export function ApplicationFacts({ application }: { application: ApplicationView | CaseView }) {
  const t = useTranslations("applications");
  const kind = useTranslations("organizations.kind");
  const position = useTranslations("memberships.position");
  const locale = useLocale();
  return (
    <div className="flex flex-col gap-4">
      <Facts
        items={[
          { label: t("field.organizationName"), value: application.organizationName },
          {
            label: t("field.creditCode"),
            value: <span className="tabular-nums">{application.creditCode}</span>,
          },
          { label: t("field.kind"), value: kind(application.kind) },
          { label: t("field.requestedPosition"), value: position(application.requestedPosition) },
          {
            label: t("column.createdAt"),
            value: formatInstant(new Date(application.createdAt), locale),
          },
        ]}
      />
      {(["statement", "contributionPlan"] as const).map((name) => (
        <div key={name}>
          <h3 className="text-sm text-muted">{t(`field.${name}`)}</h3>
          <p className="max-w-prose whitespace-pre-line">{application[name]}</p>
        </div>
      ))}
    </div>
  );
}

export function ContactFacts({ application }: { application: ApplicationView }) {
  const t = useTranslations("applications.field");
  return (
    <Facts
      items={[
        { label: t("contactName"), value: application.contactName },
        {
          label: t("contactPhone"),
          value: <a href={`tel:${application.contactPhone}`}>{application.contactPhone}</a>,
        },
        {
          label: t("contactEmail"),
          value: <a href={`mailto:${application.contactEmail}`}>{application.contactEmail}</a>,
        },
      ]}
    />
  );
}
