import Link from "next/link";
import { useTranslations } from "next-intl";
import type { OrganizationView } from "@/components/organizations/profile-facts";
import { Notice } from "@/components/ui/notice";

/** What a reader must know before the rest: that the record lives on elsewhere, or that nobody really is called so. */
export function Standing({ organization }: { organization: OrganizationView }) {
  const t = useTranslations("organizations.page");
  const { mergedInto, synthetic } = organization;
  if (mergedInto) {
    return (
      <div className="pb-4">
        <Notice tone="attention">
          {t("mergedInto")} <Link href={`/organizations/${mergedInto.id}`}>{mergedInto.name}</Link>
        </Notice>
      </div>
    );
  }
  return synthetic ? <p className="pb-2 text-sm text-muted">{t("syntheticHint")}</p> : null;
}
