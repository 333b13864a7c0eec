import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Radar } from "@/lib/features/bodies/schema/seats";
import { formatDay } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import { DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { Panel } from "../ui/panel";
import { useFindingWords } from "./composition-list";

type Named = { bodyId: string; bodyName: string; bodyNameEn: string | null };
type Props = { radar: Radar; tenant: string };

function BodyLink({ tenant, body }: { tenant: string; body: Named }) {
  const locale = useLocale();
  const name = (locale === "en" && body.bodyNameEn) || body.bodyName;
  return <Link href={`/a/${tenant}/structure/seats/${body.bodyId}`}>{name}</Link>;
}

/** Terms that end within a year, and those that are over. */
export function TermsPanel({ radar, tenant }: Props) {
  const t = useTranslations("bodies.radar");
  const locale = useLocale();
  return (
    <Panel title={t("terms")} description={t("termsHint")}>
      <DataTable
        caption={t("terms")}
        rows={radar.terms}
        rowKey={({ term }) => term.id}
        empty={<EmptyState title={t("noTerms")} />}
        columns={[
          {
            key: "body",
            header: t("body"),
            cell: (row) => <BodyLink tenant={tenant} body={row} />,
          },
          {
            key: "ordinal",
            header: t("term"),
            cell: ({ term }) => t("ordinal", { ordinal: term.ordinal }),
          },
          {
            key: "ends",
            header: t("ends"),
            cell: ({ term, expired }) => (
              <span className="inline-flex flex-wrap items-center gap-2">
                <span className="whitespace-nowrap">
                  {formatDay(term.extendedTo ?? term.endsOn, locale)}
                </span>
                {expired && <Badge tone="problem">{t("expired")}</Badge>}
                {term.extendedTo && <Badge tone="attention">{t("extended")}</Badge>}
              </span>
            ),
          },
          {
            key: "election",
            header: t("election"),
            cell: ({ electionId }) =>
              electionId ? (
                <Link href={`/a/${tenant}/elections/${electionId}`}>{t("openElection")}</Link>
              ) : (
                <span className="text-attention">{t("noElection")}</span>
              ),
          },
        ]}
      />
    </Panel>
  );
}

/** Vacant seats and unit seats for which nobody could stand in. */
export function SeatsPanel({ radar, tenant }: Props) {
  const t = useTranslations("bodies.radar");
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Panel title={t("vacancies")} description={t("vacanciesHint")}>
        <DataTable
          caption={t("vacancies")}
          rows={radar.vacancies}
          rowKey={({ bodyId }) => bodyId}
          empty={<EmptyState title={t("noVacancies")} />}
          columns={[
            {
              key: "body",
              header: t("body"),
              cell: (row) => <BodyLink tenant={tenant} body={row} />,
            },
            { key: "count", header: t("count"), align: "end", cell: (row) => row.vacant.length },
            {
              key: "numbers",
              header: t("numbers"),
              cell: (row) => row.vacant.join("、"),
            },
          ]}
        />
      </Panel>
      <Panel title={t("alternates")} description={t("alternatesHint")}>
        <DataTable
          caption={t("alternates")}
          rows={radar.withoutAlternate}
          rowKey={({ bodyId }) => bodyId}
          empty={<EmptyState title={t("noAlternates")} />}
          columns={[
            {
              key: "body",
              header: t("body"),
              cell: (row) => <BodyLink tenant={tenant} body={row} />,
            },
            { key: "count", header: t("count"), align: "end", cell: (row) => row.seats.length },
            {
              key: "numbers",
              header: t("numbers"),
              cell: (row) => row.seats.map(({ number }) => number).join("、"),
            },
          ]}
        />
      </Panel>
    </div>
  );
}

export function LettersPanel({ radar, tenant }: Props) {
  const t = useTranslations("bodies.radar");
  const seats = useTranslations("bodies.seats");
  const locale = useLocale();
  return (
    <Panel title={t("letters")} description={t("lettersHint")}>
      <DataTable
        caption={t("letters")}
        rows={radar.letters}
        rowKey={(row) => `${row.bodyId} ${row.seatNumber} ${row.person} ${row.kind}`}
        empty={<EmptyState title={t("noLetters")} />}
        columns={[
          {
            key: "body",
            header: t("body"),
            cell: (row) => <BodyLink tenant={tenant} body={row} />,
          },
          { key: "seat", header: seats("number"), align: "end", cell: (row) => row.seatNumber },
          { key: "holder", header: seats("holder"), cell: (row) => row.holder, hideBelow: "md" },
          {
            key: "person",
            header: seats("person"),
            cell: (row) => `${row.person}（${seats(`kind.${row.kind}`)}）`,
          },
          {
            key: "until",
            header: seats("letterUntil"),
            cell: (row) => (
              <span className="inline-flex flex-wrap items-center gap-2">
                <span className="whitespace-nowrap">{formatDay(row.until, locale)}</span>
                <Badge tone={row.over ? "problem" : "attention"}>
                  {row.over ? t("over") : t("soon")}
                </Badge>
              </span>
            ),
          },
        ]}
      />
    </Panel>
  );
}

export function BreachesPanel({ radar, tenant }: Props) {
  const t = useTranslations("bodies.radar");
  const words = useFindingWords();
  return (
    <Panel title={t("breaches")} description={t("breachesHint")}>
      <DataTable
        caption={t("breaches")}
        rows={radar.breaches}
        rowKey={({ finding }) => finding.rule.id}
        empty={<EmptyState title={t("noBreaches")} />}
        columns={[
          {
            key: "body",
            header: t("body"),
            cell: (row) => <BodyLink tenant={tenant} body={row} />,
          },
          { key: "rule", header: t("rule"), cell: ({ finding }) => words(finding) },
        ]}
      />
    </Panel>
  );
}
