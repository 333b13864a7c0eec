"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import {
  carryOutAdjustmentAction,
  endorseAdjustmentAction,
  refuseAdjustmentAction,
  withdrawAdjustmentAction,
} from "@/lib/features/talent/actions";
import type { AdjustmentRow } from "@/lib/features/talent/schema/adjustments";
import { ActionForm } from "../forms/action-form";
import { TextAreaField } from "../forms/fields";
import { StepForm } from "../forms/step-form";
import { Badge } from "../ui/badge";
import { keep } from "../ui/keep";
import { AdjustmentBadge } from "./badges";
import { adjustmentWaiting } from "./waiting-words";
import { useAcademicYear } from "./words";

type Props = { tenant: string; base: string; items: readonly AdjustmentRow[] };

/** Proposals with the demand that each cites, and the next step of each. */
export function AdjustmentList({ tenant, base, items }: Props) {
  const t = useTranslations("talent.adjustment");
  const p = useTranslations("programmes");
  const year = useAcademicYear();
  return (
    <ul className="flex flex-col divide-y divide-line">
      {items.map((one) => (
        <li key={one.id} className="flex flex-col gap-1 py-3 first:pt-0 last:pb-0">
          <p className="flex flex-wrap items-baseline gap-2">
            <Badge>{t(`kind.${one.kind}`)}</Badge>
            <span className="font-medium">
              {one.programme.name} · {p(`level.${one.programme.level}`)}
            </span>
            <span className="text-sm text-muted">
              {one.school.name} · {year(one.academicYear)}
            </span>
            <AdjustmentBadge state={one.state} />
          </p>
          <Waiting row={one} />
          <p className="text-sm">
            <span className="text-muted">{t("field.demand")}</span>{" "}
            <Link href={`${base}/demands/${one.demand.id}`} prefetch={false}>
              {t("demandLine", { ...one.demand, year: year(one.demand.academicYear) })}
            </Link>
          </p>
          <p className="max-w-prose whitespace-pre-line">{one.reason}</p>
          {one.answer && (
            <p className="text-sm text-muted">
              {t("field.answer")} {one.answer}
            </p>
          )}
          <Steps key={one.version} tenant={tenant} row={one} />
        </li>
      ))}
    </ul>
  );
}

/** For whom it waits, and since when. */
function Waiting({ row }: { row: AdjustmentRow }) {
  const t = useTranslations("talent.adjustment");
  const words = adjustmentWaiting(row, useLocale());
  if (!words) return null;
  return (
    <p className="text-sm">
      <span className="text-muted">{t("field.waiting")}</span>{" "}
      {t.rich(words.key, { ...words.values, keep })}
    </p>
  );
}

function Steps({ tenant, row }: { tenant: string; row: AdjustmentRow }) {
  const t = useTranslations("talent.adjustment");
  const { may } = row;
  const hidden = { adjustmentId: row.id, version: row.version };
  const plain = [
    { key: "endorse", done: "endorsed", may: may.endorse, action: endorseAdjustmentAction },
    { key: "carryOut", done: "carriedOut", may: may.carryOut, action: carryOutAdjustmentAction },
    { key: "withdraw", done: "withdrawn", may: may.withdraw, action: withdrawAdjustmentAction },
  ] as const;
  return (
    <div className="mt-1 flex flex-col gap-2 sm:flex-row sm:flex-wrap sm:items-start">
      {plain
        .filter((step) => step.may)
        .map((step) => (
          <ActionForm
            key={step.key}
            action={step.action}
            tenant={tenant}
            hidden={hidden}
            submitLabel={t(step.key)}
            submitVariant={step.key === "withdraw" ? "quiet" : "secondary"}
            successMessage={t(step.done)}
          />
        ))}
      {may.refuse && (
        <StepForm
          label={t("refuse")}
          action={refuseAdjustmentAction}
          tenant={tenant}
          hidden={hidden}
          done={t("refused")}
          variant="danger"
        >
          <TextAreaField
            name="answer"
            label={t("field.answer")}
            required
            rows={2}
            maxLength={500}
          />
        </StepForm>
      )}
    </div>
  );
}
