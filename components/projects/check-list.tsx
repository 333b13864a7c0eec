import { useTranslations } from "next-intl";
import type { Inside } from "@/lib/features/projects/schema/projects";
import { Badge } from "../ui/badge";

/** What the secretariat looks at before it gives a number; required and advisable told apart. */
export function CheckList({ lines }: { lines: Inside["check"] }) {
  const t = useTranslations("projects.check");
  const badge = (line: Inside["check"][number]) => {
    if (line.met) return <Badge tone="ok">{t("met")}</Badge>;
    return line.required ? (
      <Badge tone="problem">{t("open")}</Badge>
    ) : (
      <Badge tone="attention">{t("weigh")}</Badge>
    );
  };
  return (
    <ul className="flex flex-col gap-2">
      {lines.map((line) => (
        <li key={line.item} className="flex items-start justify-between gap-3">
          <span>
            {t(line.item)}
            {line.required && <span className="text-sm text-muted"> · {t("required")}</span>}
          </span>
          {badge(line)}
        </li>
      ))}
    </ul>
  );
}
