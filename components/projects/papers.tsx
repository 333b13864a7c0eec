import Link from "next/link";
import { useTranslations } from "next-intl";

type Props = { tenant: string; id: string; hasReport: boolean };

/** The official papers of a project: to print, and as Word files. */
export function Papers({ tenant, id, hasReport }: Props) {
  const t = useTranslations("projects.paper");
  const papers = hasReport ? (["notice", "report"] as const) : (["notice"] as const);
  return (
    <ul className="flex flex-col gap-2">
      {papers.map((paper) => (
        <li key={paper} className="flex flex-wrap gap-x-3">
          <span>{t(paper)}</span>
          <Link href={`/a/${tenant}/projects/${id}/print?paper=${paper}`}>{t("print")}</Link>
          <a href={`/api/documents/projects/${tenant}/${id}?paper=${paper}`}>{t("download")}</a>
        </li>
      ))}
    </ul>
  );
}
