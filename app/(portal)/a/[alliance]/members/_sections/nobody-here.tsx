import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

const ORDER = ["sort", "page", "pageSize"];

/** An empty register and a search that finds nobody want different next steps. */
export function NobodyHere({
  base,
  filters,
}: {
  base: string;
  filters: Readonly<Record<string, string>>;
}) {
  const t = useTranslations("memberships");
  const narrowed = Object.keys(filters).some((name) => !ORDER.includes(name));
  return narrowed ? (
    <EmptyState
      title={t("register.empty")}
      hint={t("register.emptyHint")}
      action={<ButtonLink href={base}>{t("composition.backToRegister")}</ButtonLink>}
    />
  ) : (
    <EmptyState title={t("register.emptyRegister")} hint={t("register.emptyRegisterHint")} />
  );
}
