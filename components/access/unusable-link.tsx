import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Door } from "./door";

/** Used, expired and invented links look the same. */
export function UnusableLink() {
  const t = useTranslations("access.link");
  return (
    <Door title={t("unusable")} lead={t("unusableHint")}>
      <ButtonLink href="/sign-in" className="self-start">
        {t("toSignIn")}
      </ButtonLink>
    </Door>
  );
}
