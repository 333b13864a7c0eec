import Link from "next/link";
import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { structureOutput } from "@/lib/features/alliances/schema/alliances";
import { nothing } from "@/lib/i18n/format";
import { DataTable } from "../ui/data-table";

type Holder = z.output<typeof structureOutput>["bodies"][number]["holders"][number];

/** Who holds the seats of a body today: a unit, a person, or a person for a unit. */
export function Holders({ holders, caption }: { holders: readonly Holder[]; caption: string }) {
  const t = useTranslations("alliances.structure");
  const m = useTranslations("memberships.seat");
  if (holders.length === 0) return <p className="text-sm text-muted">{t("noHolders")}</p>;
  return (
    <DataTable
      caption={`${caption} ${t("holders")}`}
      rows={holders}
      rowKey={(holder) => String(holder.number)}
      columns={[
        {
          key: "number",
          header: t("number"),
          cell: (holder) => holder.number,
          align: "end",
          hideBelow: "sm",
        },
        {
          key: "position",
          header: t("position"),
          cell: (holder) => (
            <>
              {holder.officeTitle ?? m(holder.position)}
              {!holder.voting && <span className="ml-2 text-muted">{t("nonVoting")}</span>}
            </>
          ),
        },
        {
          key: "organization",
          header: t("organization"),
          cell: (holder) =>
            holder.organization ? (
              <Link href={`/organizations/${holder.organization.id}`}>
                {holder.organization.name}
              </Link>
            ) : (
              nothing
            ),
        },
        { key: "person", header: t("person"), cell: (holder) => holder.person ?? nothing },
      ]}
    />
  );
}
