import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { isCertified } from "@/lib/features/certificates/rules";
import type { Outcome } from "@/lib/features/outcomes/schema/records";
import { formatCount, formatDay, formatInstant, nothing } from "@/lib/i18n/format";
import { Facts } from "../ui/facts";

const instant = (text: string | null) => (text ? new Date(text) : null);

/** What was reported, by whom, and what became of it. */
export function OutcomeFacts({ tenant, outcome }: { tenant: string; outcome: Outcome }) {
  const t = useTranslations("outcomes");
  const trainings = useTranslations("trainings");
  const locale = useLocale();
  const items = [
    {
      label: t("column.metric"),
      value: `${outcome.metricCode} ${locale === "en" ? outcome.metricEn : outcome.metricZh}`,
    },
    {
      label: t("column.quantity"),
      value: [
        `${formatCount(Number(outcome.quantity), locale)} ${locale === "en" ? outcome.unitEn : outcome.unitZh}`,
        ...(isCertified(outcome.metricCode) ? [t("measured")] : []),
      ].join(" · "),
    },
    { label: t("column.year"), value: String(outcome.year) },
    { label: t("column.occurredOn"), value: formatDay(outcome.occurredOn, locale) },
    { label: t("column.key"), value: outcome.naturalKey ?? nothing },
    {
      label: t("column.organization"),
      value: (
        <Link href={`/organizations/${outcome.organizationId}`}>{outcome.organizationName}</Link>
      ),
    },
    ...(outcome.training
      ? [
          {
            label: trainings("ofRecord"),
            value: (
              <Link href={`/a/${tenant}/outcomes/trainings/${outcome.training.id}`}>
                {outcome.training.course}
              </Link>
            ),
          },
        ]
      : []),
    ...(outcome.projectId && outcome.projectTitle
      ? [
          {
            label: t("project"),
            value: (
              <Link href={`/a/${tenant}/projects/${outcome.projectId}`}>
                {outcome.projectTitle}
              </Link>
            ),
          },
        ]
      : []),
    ...(outcome.enteredBy ? [{ label: t("enteredBy"), value: outcome.enteredBy }] : []),
    { label: t("submittedAt"), value: formatInstant(instant(outcome.submittedAt), locale) },
    ...(outcome.verifiedBy ? [{ label: t("verifiedBy"), value: outcome.verifiedBy }] : []),
    ...(outcome.verifiedAt
      ? [{ label: t("verifiedAt"), value: formatInstant(instant(outcome.verifiedAt), locale) }]
      : []),
    ...(outcome.returns > 0 ? [{ label: t("returns"), value: String(outcome.returns) }] : []),
  ];
  return <Facts items={items} />;
}

/** What the enterprise sealed, and the paper with the hash it was verified under. */
export function Evidence({ tenant, outcome }: { tenant: string; outcome: Outcome }) {
  const t = useTranslations("outcomes");
  const { certificate } = outcome;
  if (!certificate) return <Paper tenant={tenant} outcome={outcome} />;
  const words = { enterprise: certificate.enterpriseName, year: String(certificate.year) };
  return (
    <>
      <p className="mb-2">
        <Link href={`/a/${tenant}/certificates/${certificate.id}`} className="inline-block min-h-6">
          {t("certificateOf", words)}
        </Link>
      </p>
      {outcome.file && <Paper tenant={tenant} outcome={outcome} />}
    </>
  );
}

function Paper({ tenant, outcome }: { tenant: string; outcome: Outcome }) {
  const t = useTranslations("outcomes");
  if (!outcome.file) {
    return (
      <p className="text-sm text-muted">
        {outcome.may.download ? t("noEvidence") : t("hiddenEvidence")}
      </p>
    );
  }
  return (
    <div className="text-sm">
      <a href={`/api/files/${tenant}/${outcome.file.id}`} className="inline-block min-h-6">
        {t("download", { name: outcome.file.name })}
      </a>
      <p className="mt-2 text-muted">{t("fingerprint")}</p>
      <p className="font-mono break-all">{outcome.file.sha256}</p>
    </div>
  );
}
