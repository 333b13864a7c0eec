import { getTranslations } from "next-intl/server";
import { exportRolesQuery } from "@/lib/features/access/procedures/roles";
import { tableOf } from "./table";

/** Addresses stand here as they stand on the screen: masked. */
export const roles = tableOf(exportRolesQuery, async () => {
  const [t, s] = await Promise.all([getTranslations("access"), getTranslations("sheets")]);
  return {
    name: t("roles.title"),
    columns: [
      [t("roles.person"), (row) => row.name],
      [s("column.email"), (row) => row.email],
      [t("roles.role"), (row) => t(`role.${row.role}`)],
      [t("roles.organization"), (row) => row.organization?.name ?? null],
      [s("column.firstDay"), (row) => row.validFrom],
      [t("roles.until"), (row) => row.validTo ?? t("roles.open")],
      [t("roles.grantedBy"), (row) => row.grantedBy],
    ],
  };
});
