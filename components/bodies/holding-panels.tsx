import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { z } from "zod";
import type { bodySeatsOutput, SeatLine } from "@/lib/features/bodies/schema/seats";
import { formatDay, nothing } from "@/lib/i18n/format";
import { DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { Facts } from "../ui/facts";
import { Notice } from "../ui/notice";
import { Panel } from "../ui/panel";
import { DecideEndingForms, DelegateForm, EndDelegateForm, ProposeEndingForm } from "./seat-forms";

type Holding = NonNullable<SeatLine["holding"]>;
type Props = {
  tenant: string;
  today: string;
  holding: Holding;
  people: z.output<typeof bodySeatsOutput>["people"];
  manages: boolean;
};

/** Who holds the seat, who acts in it, and how it ends. */
export function HoldingPanels({ tenant, today, holding, people, manages }: Props) {
  const t = useTranslations("bodies.seats");
  const options = people
    .filter(({ membershipId }) => membershipId === holding.membershipId)
    .map(({ personId, name }) => ({ value: personId, label: name }));
  return (
    <>
      <HolderFacts tenant={tenant} holding={holding} />
      <Panel title={t("delegates")} description={t("delegatesHint")}>
        <Delegates tenant={tenant} today={today} holding={holding} manages={manages} />
      </Panel>
      {manages && (
        <div className="grid gap-4 lg:grid-cols-2">
          <Panel title={t("delegate")} description={t("delegateHint")}>
            <DelegateForm tenant={tenant} today={today} holdingId={holding.id} people={options} />
          </Panel>
          <Panel title={t("end")} description={t("endHint")}>
            {holding.ending ? (
              <EndingOpen tenant={tenant} ending={holding.ending} />
            ) : (
              <ProposeEndingForm tenant={tenant} today={today} holdingId={holding.id} />
            )}
          </Panel>
        </div>
      )}
    </>
  );
}

function HolderFacts({ tenant, holding }: { tenant: string; holding: Holding }) {
  const t = useTranslations("bodies.seats");
  const locale = useLocale();
  return (
    <Panel>
      <Facts
        items={[
          {
            label: t("holder"),
            value: holding.organization ? (
              <Link href={`/organizations/${holding.organization.id}`}>
                {holding.organization.name}
              </Link>
            ) : (
              (holding.person ?? nothing)
            ),
          },
          ...(holding.organization && holding.person
            ? [{ label: t("acts"), value: holding.person }]
            : []),
          { label: t("since"), value: formatDay(holding.from, locale) },
          {
            label: t("basisOf"),
            value: holding.resolutionId ? (
              <Link href={`/a/${tenant}/decisions/${holding.resolutionId}`}>{t("resolution")}</Link>
            ) : (
              t("secretariat")
            ),
          },
        ]}
      />
    </Panel>
  );
}

function Delegates({ tenant, today, holding, manages }: Omit<Props, "people">) {
  const t = useTranslations("bodies.seats");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("delegates")}
      rows={holding.delegates}
      rowKey={({ id }) => id}
      empty={
        <EmptyState
          title={t("noDelegates")}
          hint={holding.person ? t("heldBy", { name: holding.person }) : t("noDelegatesHint")}
        />
      }
      columns={[
        { key: "name", header: t("person"), cell: ({ name }) => name },
        { key: "kind", header: t("delegateKind"), cell: ({ kind }) => t(`kind.${kind}`) },
        {
          key: "from",
          header: t("since"),
          hideBelow: "sm",
          cell: ({ from }) => formatDay(from, locale),
        },
        {
          key: "letter",
          header: t("letterUntil"),
          cell: ({ letterUntil, letterFileId }) =>
            letterFileId ? (
              <a href={`/api/files/${tenant}/${letterFileId}`}>
                {letterUntil ? formatDay(letterUntil, locale) : t("letter")}
              </a>
            ) : (
              formatDay(letterUntil, locale)
            ),
        },
        {
          key: "end",
          header: t("action"),
          cell: ({ id, to }) =>
            manages && !to ? (
              <EndDelegateForm tenant={tenant} today={today} delegateId={id} />
            ) : (
              formatDay(to, locale)
            ),
        },
      ]}
    />
  );
}

function EndingOpen({
  tenant,
  ending,
}: {
  tenant: string;
  ending: NonNullable<Holding["ending"]>;
}) {
  const t = useTranslations("bodies.seats");
  const locale = useLocale();
  const { id, version, own, lastDay, reason } = ending;
  return (
    <div className="flex flex-col gap-3">
      <Notice tone="attention" title={t("endingTitle", { day: formatDay(lastDay, locale) })}>
        {reason}
        {own && ` ${t("endingOwn")}`}
      </Notice>
      <DecideEndingForms tenant={tenant} own={own} endingId={id} version={version} />
    </div>
  );
}
