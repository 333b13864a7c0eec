import { useTranslations } from "next-intl";
import { Instead } from "./instead";

/** A page that is there and not this reader's: said plainly, with the way back. */
export function NoRight() {
  const t = useTranslations("common.failure");
  const errors = useTranslations("errors");
  return <Instead title={t("forbidden")} hint={errors("forbidden")} action={t("home")} />;
}
