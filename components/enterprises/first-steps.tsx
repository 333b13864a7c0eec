import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";

/** What an enterprise comes for: to register what it does with others, and to say what it needs. */
export function FirstSteps({ base }: { base: string }) {
  const t = useTranslations("enterprises.steps");
  return (
    <>
      <ButtonLink variant="primary" href={`${base}/projects/new`}>
        {t("project")}
      </ButtonLink>
      <ButtonLink href={`${base}/calls/new`}>{t("call")}</ButtonLink>
      <ButtonLink href={`${base}/talent/demands/new`}>{t("demand")}</ButtonLink>
    </>
  );
}
