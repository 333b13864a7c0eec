import { useTranslations } from "next-intl";
import { ButtonLink } from "../ui/button";

/** A missing address and one that the reader may not know of look the same. */
export function NothingHere() {
  const t = useTranslations("common.notFound");
  return (
    <div className="mx-auto max-w-prose py-12">
      <h1 className="text-xl font-semibold">{t("title")}</h1>
      <p className="mt-2 text-muted">{t("hint")}</p>
      <ButtonLink href="/" className="mt-4">
        {t("action")}
      </ButtonLink>
    </div>
  );
}
