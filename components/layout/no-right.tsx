import { useTranslations } from "next-intl";
import { ButtonLink } from "../ui/button";

/** A page that is there and not this reader's: said plainly, with the way back. */
export function NoRight() {
  const t = useTranslations("common.failure");
  const errors = useTranslations("errors");
  return (
    <div className="mx-auto max-w-prose py-12">
      <h1 className="text-xl font-semibold">{t("forbidden")}</h1>
      <p className="mt-2 text-muted">{errors("forbidden")}</p>
      <ButtonLink href="/" className="mt-4">
        {t("home")}
      </ButtonLink>
    </div>
  );
}
