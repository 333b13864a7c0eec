import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { Correction } from "@/lib/features/corrections/schema";

/** Why it was asked for, why it was refused, and the papers. */
export function Papers({ tenant, correction }: { tenant: string; correction: Correction }) {
  const t = useTranslations("corrections");
  const { files, mayOpenPapers } = correction;
  return (
    <Panel title={t("reasonTitle")}>
      <p className="whitespace-pre-line">{correction.reason}</p>
      {correction.refusal && (
        <>
          <h3 className="mt-4 font-medium">{t("refusalTitle")}</h3>
          <p className="whitespace-pre-line">{correction.refusal}</p>
        </>
      )}
      <h3 className="mt-4 font-medium">{t("files")}</h3>
      {files.length === 0 ? (
        <p className="text-sm text-muted">{t(mayOpenPapers ? "noFiles" : "hiddenFiles")}</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {files.map((file) => (
            <li key={file.id}>
              <a href={`/api/files/${tenant}/${file.id}`} className="inline-block min-h-6">
                {file.name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
