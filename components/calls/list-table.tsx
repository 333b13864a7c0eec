import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ListItem } from "@/lib/features/calls/schema/lists";
import { skillLevels } from "@/lib/features/calls/types";
import { formatDay } from "@/lib/i18n/format";
import { Money } from "../funds/money";
import { Badge } from "../ui/badge";
import { type AddressChanges, DataTable } from "../ui/data-table";
import { ItemSteps } from "./list-forms";

type Props = {
  tenant: string;
  rows: readonly ListItem[];
  sort: string;
  href: (changes: AddressChanges) => string;
  empty: ReactNode;
};

/** What is wanted, in the words of its list. */
function Wanted({ item }: { item: ListItem }) {
  const t = useTranslations("calls");
  const locale = useLocale();
  const skill = skillLevels.find((one) => one === item.skill);
  return (
    <div className="flex flex-col">
      {item.pain && <span>{t(`pain.${item.pain}`)}</span>}
      {item.budget && <Money yuan={item.budget} />}
      {item.occupation && <span>{item.occupation}</span>}
      {item.headcount !== null && <span>{t("lists.people", { count: item.headcount })}</span>}
      {skill && <span className="text-muted">{t(`lists.skill.${skill}`)}</span>}
      {item.neededOn && (
        <span className="whitespace-nowrap text-muted tabular-nums">
          {formatDay(item.neededOn, locale)}
        </span>
      )}
    </div>
  );
}

export function ListTable({ tenant, rows, sort, href, empty }: Props) {
  const t = useTranslations("calls.lists");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("title")}
      rows={rows}
      rowKey={(row) => row.id}
      sort={sort}
      href={href}
      empty={empty}
      columns={[
        {
          key: "title",
          header: t("column.title"),
          cell: (row) => (
            <div className="min-w-40">
              <p className="font-medium">{row.title}</p>
              <p className="max-w-prose text-muted">{row.detail}</p>
              {row.call && (
                <Link href={`/a/${tenant}/calls/${row.call.id}`} className="inline-block min-h-6">
                  {t("call", { title: row.call.title })}
                </Link>
              )}
              <p className="text-muted md:hidden">{row.organization.name}</p>
              {row.mayEdit && <ItemSteps tenant={tenant} item={row} />}
            </div>
          ),
        },
        {
          key: "organization",
          header: t("column.organization"),
          sort: "organization",
          hideBelow: "md",
          cell: (row) => row.organization.name,
        },
        { key: "need", header: t("column.need"), cell: (row) => <Wanted item={row} /> },
        {
          key: "steward",
          header: t("column.steward"),
          hideBelow: "lg",
          cell: (row) => row.stewardName,
        },
        {
          key: "expires",
          header: t("column.expires"),
          sort: "expires",
          hideBelow: "sm",
          cell: (row) => (
            <>
              <span className="whitespace-nowrap tabular-nums">
                {formatDay(row.expiresOn, locale)}
              </span>
              {row.standing !== "current" && (
                <span className="block">
                  <Badge tone={row.standing === "expiring" ? "attention" : "neutral"}>
                    {t(`standing.${row.standing}`)}
                  </Badge>
                </span>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
