import { useLocale, useTranslations } from "next-intl";
import type { BudgetLine, ProjectFunds } from "@/lib/features/funds/schema/budgets";
import { formatMoney, moneyUnitFor } from "@/lib/i18n/format";
import { fenOf, yuanText } from "@/lib/kernel/money";
import { Badge } from "../ui/badge";
import { DataTable } from "../ui/data-table";
import { Panel } from "../ui/panel";
import { AdvanceForm, BudgetForm, DecideBudgetForms } from "./budget-forms";
import { Money } from "./money";

const tones = { proposed: "attention", adopted: "decided", rejected: "problem" } as const;

function LineTable({ lines }: { lines: readonly BudgetLine[] }) {
  const t = useTranslations("funds");
  const locale = useLocale();
  const unit = moneyUnitFor(
    lines.map((line) => line.planned),
    locale,
  );
  const word = formatMoney("1.00", locale, unit).unit;
  const head = (name: string) => t("inUnit", { name, unit: word });
  return (
    <DataTable
      caption={t("budget.title")}
      rows={lines}
      rowKey={(line) => line.id}
      columns={[
        {
          key: "line",
          header: t("budget.line"),
          cell: (line) => (
            <>
              {line.task} · {line.title} {!line.cash && <Badge>{t("budget.inKind")}</Badge>}
              <p className="text-sm text-muted">
                {line.department} · {line.responsible}
              </p>
              {line.planBy.length > 1 && (
                <p className="text-sm text-muted">
                  {line.planBy.map((one) => (
                    <span key={one.number} className="mr-2 whitespace-nowrap">
                      {t("budget.was", {
                        number: one.number,
                        amount: formatMoney(one.planned, locale, unit).text,
                      })}
                    </span>
                  ))}
                </p>
              )}
            </>
          ),
        },
        {
          key: "planned",
          header: head(t("budget.planned")),
          align: "end",
          cell: (line) => <Money yuan={line.planned} unit={unit} />,
        },
        {
          key: "received",
          header: head(t("side.received")),
          align: "end",
          hideBelow: "md",
          cell: (line) => <Money yuan={line.received} unit={unit} />,
        },
        {
          key: "spent",
          header: head(t("side.spent")),
          align: "end",
          cell: (line) => <Money yuan={line.spent} unit={unit} />,
        },
        {
          key: "room",
          header: head(t("budget.room")),
          align: "end",
          hideBelow: "sm",
          cell: (line) => (
            <Money yuan={yuanText(fenOf(line.planned) - fenOf(line.spent))} unit={unit} />
          ),
        },
      ]}
    />
  );
}

function Revisions({ tenant, funds }: { tenant: string; funds: ProjectFunds }) {
  const t = useTranslations("funds.budget");
  if (funds.revisions.length === 0) return null;
  return (
    <details className="mt-3" open={funds.revisions.some((one) => one.state === "proposed")}>
      <summary className="min-h-11 cursor-pointer py-2">{t("revisions")}</summary>
      <ul className="divide-y divide-line">
        {funds.revisions.map((one) => (
          <li key={one.id} className="py-2">
            <Badge tone={tones[one.state]}>
              {t("revision", { number: one.number, state: t(`state.${one.state}`) })}
            </Badge>
            <p>{one.reason}</p>
            {one.by && (
              <p className="text-sm text-muted">
                {one.decidedBy
                  ? t("revisionBy", { who: one.by, decided: one.decidedBy })
                  : t("proposedBy", { who: one.by })}
              </p>
            )}
            {one.state === "proposed" && funds.may.decide && (
              <div className="mt-2">
                <DecideBudgetForms tenant={tenant} id={one.id} number={one.number} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Budget lines with their versions, what may be spent ahead, and the forms for both. */
export function BudgetPanel({ tenant, funds }: { tenant: string; funds: ProjectFunds }) {
  const t = useTranslations("funds.budget");
  const { lines, may, projectId } = funds;
  return (
    <Panel title={t("title")}>
      {lines.length > 0 ? (
        <LineTable lines={lines} />
      ) : (
        <p className="text-sm text-muted">{t("none")}</p>
      )}
      <p className="mt-2 text-sm text-muted">
        {funds.advance === "0.00"
          ? t("advanceNone")
          : t("advanceNow", { amount: funds.advance, basis: funds.advanceBasis ?? "" })}
      </p>
      <Revisions tenant={tenant} funds={funds} />
      {may.propose && (
        <details className="mt-3">
          <summary className="min-h-11 cursor-pointer py-2">{t("propose")}</summary>
          <div className="max-w-2xl pt-2">
            <BudgetForm tenant={tenant} projectId={projectId} lines={lines} />
          </div>
        </details>
      )}
      {may.advance && (
        <details className="mt-3">
          <summary className="min-h-11 cursor-pointer py-2">{t("advanceSet")}</summary>
          <div className="max-w-xl pt-2">
            <AdvanceForm tenant={tenant} projectId={projectId} amount={funds.advance} />
          </div>
        </details>
      )}
    </Panel>
  );
}
