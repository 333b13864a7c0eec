import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { addressWith } from "@/lib/kernel/address";

/** Says that one organization or project was chosen by a link, and takes it back. */
export async function FilterNote({
  base,
  search,
}: {
  base: string;
  search: Record<string, string>;
}) {
  const t = await getTranslations("funds");
  const { organization, organizationKind, project, reversals } = search;
  if (!organization && !organizationKind && !project && !reversals) return null;
  return (
    <p className="pt-2 text-sm text-muted">
      {t("onlyFiltered")}{" "}
      <Link
        href={addressWith(base, search, {
          organization: undefined,
          organizationKind: undefined,
          project: undefined,
          reversals: undefined,
          page: undefined,
        })}
      >
        {t("showAll")}
      </Link>
    </p>
  );
}
