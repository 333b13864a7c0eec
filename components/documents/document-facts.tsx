import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { z } from "zod";
import type { documentOutput } from "@/lib/features/documents/schema";
import { formatDay, nothing } from "@/lib/i18n/format";
import { Facts } from "../ui/facts";
import { DocumentBadge } from "./state-badge";

type View = z.output<typeof documentOutput>;

/** Number, days, the decision behind it, and its papers. */
export function DocumentFacts({ document, alliance }: { document: View; alliance: string }) {
  const t = useTranslations("documents");
  const locale = useLocale();
  const fileLink = (file: View["file"]) =>
    file && <a href={`/api/files/${alliance}/${file.id}`}>{file.name}</a>;
  const { resolution } = document;
  const items = [
    { label: t("field.kind"), value: t(`kind.${document.kind}`) },
    { label: t("field.reference"), value: document.reference },
    {
      label: t("field.adoptedOn"),
      value: document.adoptedOn && formatDay(document.adoptedOn, locale),
    },
    {
      label: t("field.resolution"),
      value: resolution && (
        <Link href={`/a/${alliance}/decisions/${resolution.id}`}>
          {t("view.resolutionName", { ...resolution, year: String(resolution.year) })}
        </Link>
      ),
    },
    { label: t("field.adoptedBy"), value: document.adoptedBy },
    { label: t("field.paper"), value: fileLink(document.paper) },
    {
      label: t("field.effectiveOn"),
      value: document.effectiveOn && formatDay(document.effectiveOn, locale),
    },
    { label: t("field.endsOn"), value: document.endsOn && formatDay(document.endsOn, locale) },
    { label: t("field.reason"), value: document.endReason },
    { label: t("field.file"), value: fileLink(document.file) },
    {
      label: t("column.reader"),
      value: document.published ? t("published") : t("internal"),
    },
    {
      label: t("field.sha256"),
      value: document.sha256 && <span className="text-xs break-all">{document.sha256}</span>,
    },
  ];
  const told = items.filter(({ value }) => Boolean(value));
  return <Facts items={told.map(({ label, value }) => ({ label, value: value ?? nothing }))} />;
}

/** All versions, each with the way to compare it with this one. */
export function DocumentVersions({ document, base }: { document: View; base: string }) {
  const t = useTranslations("documents");
  const locale = useLocale();
  return (
    <ul className="flex flex-col gap-3">
      {document.versions.map(({ id, version, state, effectiveOn }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {id === document.id ? (
            <b className="font-semibold">{t("versionN", { version })}</b>
          ) : (
            <Link href={`${base}/${id}`}>{t("versionN", { version })}</Link>
          )}
          <DocumentBadge state={state} />
          <span className="text-sm text-muted">{formatDay(effectiveOn, locale)}</span>
          {id !== document.id && (
            <Link className="text-sm" href={`${base}/${document.id}/compare/${id}`}>
              {t("view.compare", { version })}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
