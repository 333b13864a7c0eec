import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { CallView } from "@/lib/features/calls/schema/view";
import { formatDay, formatInstant, nothing } from "@/lib/i18n/format";
import { Money } from "../funds/money";
import { DataTable } from "../ui/data-table";
import { Facts } from "../ui/facts";

type Agreement = { href: string; title: string };

/** What everybody may know of a call, and the agreements about it that the reader may know. */
export function CallFacts({
  call,
  agreements,
}: {
  call: CallView;
  agreements: readonly Agreement[];
}) {
  const t = useTranslations("calls");
  const locale = useLocale();
  const { details } = call;
  const items = [
    { label: t("facts.poster"), value: call.poster?.name ?? t("anonymous") },
    { label: t("facts.pain"), value: t(`pain.${call.pain}`) },
    { label: t("facts.budget"), value: call.budget ? <Money yuan={call.budget} /> : nothing },
    { label: t("facts.closesAt"), value: formatInstant(call.closesAt, locale) },
    {
      label: t("facts.least"),
      value: t("facts.leastOf", {
        bids: call.leastBids,
        experts: call.leastExperts,
        days: call.noticeDays,
      }),
    },
    ...(call.listVersion > 0
      ? [
          {
            label: t("facts.version"),
            value: t("facts.versionOf", { version: call.listVersion, round: call.round }),
          },
        ]
      : []),
    ...(details && call.secrecy === "restricted"
      ? [
          {
            label: t("form.secrecy"),
            value: (
              <>
                {t("secrecy.restricted")}
                {call.inside?.publicTitle && (
                  <span className="block text-sm text-muted">
                    {t("facts.publicAs", { title: call.inside.publicTitle })}
                  </span>
                )}
              </>
            ),
          },
        ]
      : []),
    ...(details
      ? [
          { label: t("facts.moneySource"), value: details.moneySource || nothing },
          { label: t("facts.neededOn"), value: formatDay(details.neededOn, locale) },
          {
            label: t("facts.ip"),
            value: (
              <>
                {t(`ip.${details.ipWish}`)}
                {details.ipNote && (
                  <span className="block text-sm text-muted">{details.ipNote}</span>
                )}
              </>
            ),
          },
        ]
      : []),
    ...(agreements.length > 0
      ? [
          {
            label: t("facts.agreement"),
            value: agreements.map(({ href, title }) => (
              <Link key={href} href={href} className="block">
                {title}
              </Link>
            )),
          },
        ]
      : []),
  ];
  return <Facts items={items} />;
}

/** The problem and what is to be reached; at the end what was reached. */
export function CallDetails({ details }: { details: NonNullable<CallView["details"]> }) {
  const t = useTranslations("calls");
  const measured = details.indicators.some((one) => one.measured !== null);
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-prose whitespace-pre-line">{details.problem}</p>
      {details.indicators.length > 0 && (
        <DataTable
          caption={t("indicators")}
          rows={details.indicators}
          rowKey={(row) => row.id}
          columns={[
            { key: "name", header: t("indicator.name"), cell: (row) => row.name },
            { key: "target", header: t("indicator.target"), cell: (row) => row.target },
            ...(measured
              ? [
                  {
                    key: "measured",
                    header: t("indicator.measured"),
                    cell: (row: (typeof details.indicators)[number]) => (
                      <>
                        {row.measured ?? nothing}{" "}
                        <span className="text-muted">
                          {t(row.met ? "indicator.yes" : "indicator.no")}
                        </span>
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </div>
  );
}

export function CriteriaTable({ criteria }: { criteria: CallView["criteria"] }) {
  const t = useTranslations("calls");
  return (
    <DataTable
      caption={t("criteria")}
      rows={criteria}
      rowKey={(row) => row.id}
      columns={[
        { key: "name", header: t("criterion.name"), cell: (row) => row.name },
        { key: "weight", header: t("criterion.weight"), align: "end", cell: (row) => row.weight },
      ]}
    />
  );
}
