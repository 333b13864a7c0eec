import { useLocale, useTranslations } from "next-intl";
import { formatInstant } from "@/lib/i18n/format";

type Props = {
  tenant: string;
  recordedBy: string | null;
  recordedAt: string | null;
  original: { id: string; name: string; sha256: string } | null;
  download: boolean;
};

/** Who entered it when, and the signed paper it was entered from. */
export function Provenance({ tenant, recordedBy, recordedAt, original, download }: Props) {
  const t = useTranslations("meetings");
  const locale = useLocale();
  if (!original) return null;
  return (
    <div className="text-sm">
      <p>
        {recordedBy && recordedAt
          ? t("provenance", { at: formatInstant(new Date(recordedAt), locale), by: recordedBy })
          : t("provenanceUnknown")}
      </p>
      <p>
        {download ? (
          <a href={`/api/files/${tenant}/${original.id}`}>
            {t("original", { name: original.name })}
          </a>
        ) : (
          t("originalHidden", { name: original.name })
        )}
      </p>
      <p className="text-xs break-all text-muted">
        {t("fingerprint", { sha256: original.sha256 })}
      </p>
    </div>
  );
}
