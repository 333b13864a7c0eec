import { useTranslations } from "next-intl";
import { Instead } from "./instead";

/** A missing address and one that the reader may not know of look the same. */
export function NothingHere() {
  const t = useTranslations("common.notFound");
  return <Instead title={t("title")} hint={t("hint")} action={t("action")} />;
}
