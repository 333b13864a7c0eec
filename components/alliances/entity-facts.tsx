import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { z } from "zod";
import { percentOf, WHOLE } from "@/lib/features/alliances/rules/shares";
import type { bodyOutput } from "@/lib/features/alliances/schema/structure";
import { formatDay } from "@/lib/i18n/format";
import { DataTable } from "../ui/data-table";
import { Facts } from "../ui/facts";

type Entity = NonNullable<z.output<typeof bodyOutput>["entity"]>;

/** What an entity does, who owns it, who runs it. */
export function EntityFacts({ entity }: { entity: Entity }) {
  const t = useTranslations("alliances");
  return (
    <div className="flex flex-col gap-5">
      <Facts
        items={[
          { label: t("entity.kind"), value: t(`entityKind.${entity.kind}`) },
          ...(entity.organization
            ? [
                {
                  label: t("entity.organization"),
                  value: (
                    <Link href={`/organizations/${entity.organization.id}`}>
                      {entity.organization.name}
                    </Link>
                  ),
                },
              ]
            : []),
          {
            label: t("entity.functions"),
            value: (
              <ul className="list-disc pl-5">
                {entity.functions.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <Shares shares={entity.shares} />
      <Managers managers={entity.managers} />
    </div>
  );
}

function Shares({ shares }: Pick<Entity, "shares">) {
  const t = useTranslations("alliances.entity");
  if (shares.length === 0) return <p className="text-muted">{t("sharesNone")}</p>;
  const percent = (share: number) => t("percentValue", { percent: percentOf(share) });
  const rows = [
    ...shares.map(({ organization, share }) => ({ key: organization.id, organization, share })),
    { key: "sum", organization: null, share: WHOLE },
  ];
  return (
    <DataTable
      caption={t("shares")}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          key: "shareholder",
          header: t("shareholder"),
          cell: ({ organization }) =>
            organization ? (
              <Link href={`/organizations/${organization.id}`}>{organization.name}</Link>
            ) : (
              t("sum")
            ),
        },
        { key: "share", header: t("percent"), cell: ({ share }) => percent(share), align: "end" },
      ]}
    />
  );
}

function Managers({ managers }: Pick<Entity, "managers">) {
  const t = useTranslations("alliances.entity");
  const locale = useLocale();
  const day = (given: string) => formatDay(given, locale);
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-semibold">{t("managers")}</h3>
      {managers.length === 0 && <p className="text-muted">{t("managersNone")}</p>}
      <ul className="flex flex-col gap-1">
        {managers.map(({ id, name, title, validFrom, validTo, note, resolution }) => (
          <li key={id}>
            {name} {title && <span>{title}</span>}{" "}
            <span className="text-sm text-muted tabular-nums">
              {validTo
                ? t("periodTo", { from: day(validFrom), to: day(validTo) })
                : t("period", { from: day(validFrom) })}
            </span>
            {resolution && (
              <span className="ml-2 text-sm">
                {t("byResolution", { ...resolution, year: String(resolution.year) })}
              </span>
            )}
            {note && <p className="text-sm text-muted">{note}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
