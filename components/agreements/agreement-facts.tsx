import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { AgreementView } from "@/lib/features/agreements/schema";
import { formatDay, nothing } from "@/lib/i18n/format";
import { Facts } from "../ui/facts";
import { Timeline } from "../ui/timeline";
import { Period } from "./agreement-table";

type About = AgreementView["links"][number];

/** The page of what it is about; a pathway stands on that of the offering where it starts. */
const pathOf: Record<About["kind"], (link: About) => string> = {
  college: ({ id }) => `colleges/${id}`,
  platform: ({ id }) => `platforms/${id}`,
  project: ({ id }) => `projects/${id}`,
  class: ({ id }) => `talent/classes/${id}`,
  call: ({ id }) => `calls/${id}`,
  pathway: ({ id, offeringId }) => `talent/programmes/${offeringId}#${id}`,
};

export function AgreementFacts({ agreement, base }: { agreement: AgreementView; base: string }) {
  const t = useTranslations("agreements");
  const locale = useLocale();
  const { file, links, renews, renewedBy } = agreement;
  const other = (given: { id: string; title: string }) => (
    <Link href={`${base}/agreements/${given.id}`}>{given.title}</Link>
  );
  return (
    <Facts
      items={[
        { label: t("field.number"), value: agreement.number ?? nothing },
        { label: t("field.kind"), value: t(`kind.${agreement.kind}`) },
        { label: t("field.period"), value: <Period agreement={agreement} /> },
        ...(agreement.autoRenew ? [{ label: t("field.autoRenew"), value: "✓" }] : []),
        { label: t("field.signedOn"), value: formatDay(agreement.signedOn, locale) },
        { label: t("field.summary"), value: agreement.summary ?? nothing },
        { label: t("field.terminationRule"), value: agreement.terminationRule ?? nothing },
        {
          label: t("field.file"),
          value: file ? (
            <a href={`/api/files/${base.slice(3)}/${file.id}`}>{file.name}</a>
          ) : (
            nothing
          ),
        },
        ...links.map((link) => ({
          label: t(`field.${link.kind}`),
          value: <Link href={`${base}/${pathOf[link.kind](link)}`}>{link.name}</Link>,
        })),
        ...(renews ? [{ label: t("field.renews"), value: other(renews) }] : []),
        ...(renewedBy ? [{ label: t("field.renewedBy"), value: other(renewedBy) }] : []),
        ...(agreement.endReason
          ? [{ label: t("field.endReason"), value: agreement.endReason }]
          : []),
      ]}
    />
  );
}

/** Each party with its seal. */
export function PartySeals({ agreement }: { agreement: AgreementView }) {
  const t = useTranslations("agreements");
  const locale = useLocale();
  return (
    <ul className="flex flex-col gap-2">
      {agreement.parties.map(({ id, name, sealedOn }) => (
        <li key={id} className="flex flex-wrap justify-between gap-x-4">
          <Link href={`/organizations/${id}`}>{name}</Link>
          <span className={sealedOn ? "" : "text-muted"}>
            {sealedOn ? t("sealed", { day: formatDay(sealedOn, locale) }) : t("notSealed")}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function AgreementHistory({ events }: { events: AgreementView["events"] }) {
  const t = useTranslations("agreements");
  const locale = useLocale();
  if (events.length === 0) return <p className="text-muted">{t("noHistory")}</p>;
  return (
    <Timeline
      items={events.map(({ step, on, organization, note }) => ({
        at: formatDay(on, locale),
        title: organization ? `${t(`step.${step}`)} · ${organization}` : t(`step.${step}`),
        body: note,
      }))}
    />
  );
}
