import { useTranslations } from "next-intl";
import type { OutlineLine } from "@/lib/features/documents/rules/outline";
import { Badge } from "../ui/badge";

/** Which of the parts that a charter needs seem to be there, and where. */
export function Outline({ lines }: { lines: readonly OutlineLine[] }) {
  const t = useTranslations("documents");
  return (
    <ul className="flex flex-col gap-2">
      {lines.map(({ part, article }) => (
        <li key={part} className="flex items-center justify-between gap-3">
          <span>{t(`outline.${part}`)}</span>
          {article === null ? (
            <Badge tone="attention">{t("view.outlineMissing")}</Badge>
          ) : (
            <Badge tone="ok">{t("view.article", { number: article })}</Badge>
          )}
        </li>
      ))}
    </ul>
  );
}
