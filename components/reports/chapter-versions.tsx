import { useLocale, useTranslations } from "next-intl";
import type { OneSection } from "@/lib/features/reports/schema/editions";
import { formatInstant } from "@/lib/i18n/format";
import { Panel } from "../ui/panel";
import { ChapterText } from "./chapter-text";

/** Every version that was saved, the newest first. */
export function ChapterVersions({ texts, figures }: Pick<OneSection, "texts" | "figures">) {
  const t = useTranslations("reports");
  const locale = useLocale();
  return (
    <Panel title={t("versions")}>
      <ul className="flex flex-col gap-2">
        {texts.map(({ number, body, author, at }) => (
          <li key={number}>
            <details>
              <summary className="min-h-6 cursor-pointer">
                {t("version", { n: number })}
                <span className="ml-2 text-sm text-muted">
                  {[formatInstant(at, locale), author].filter(Boolean).join(" · ")}
                </span>
              </summary>
              <div className="mt-1 border-l border-line pl-3 text-sm">
                <ChapterText body={body} figures={figures} />
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
