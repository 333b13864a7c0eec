import { useTranslations } from "next-intl";

/** What is kept secret, and from whom it could not be: said where the ballot is cast, not in a manual. */
export function SecrecyHelp() {
  const t = useTranslations("votes.secrecy");
  return (
    <details className="text-sm">
      <summary className="min-h-6 cursor-pointer text-muted">{t("title")}</summary>
      <div className="mt-1 flex flex-col gap-2 border-l border-line pl-3">
        <p>{t("kept")}</p>
        <p>{t("limit")}</p>
      </div>
    </details>
  );
}
