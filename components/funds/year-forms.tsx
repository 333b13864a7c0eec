"use client";

import { useTranslations } from "next-intl";
import {
  closeYearAction,
  countersignYearAction,
  restateYearAction,
  setRulesAction,
  takeBackClosingAction,
} from "@/lib/features/funds/actions";
import type { FundRules } from "@/lib/features/funds/schema/budgets";
import type { LedgerYear } from "@/lib/features/funds/schema/reports";
import { ActionForm } from "../forms/action-form";
import { DateField, MoneyField, SelectField, TextAreaField, TextField } from "../forms/fields";
import type { Option } from "../forms/types";

/** What the reader may do to a ledger year. */
export function YearForms({
  tenant,
  year,
  resolutions,
}: {
  tenant: string;
  year: LedgerYear;
  resolutions: readonly Option[];
}) {
  const t = useTranslations("funds.years");
  const common = { tenant, hidden: { year: year.year } };
  return (
    <div className="flex flex-col gap-3">
      {year.may.close && (
        <ActionForm
          {...common}
          action={closeYearAction}
          submitLabel={t("close")}
          confirmLabel={t("closeQuestion", { year: String(year.year) })}
          successMessage={t("proposed")}
        />
      )}
      {year.may.countersign && (
        <ActionForm
          {...common}
          action={countersignYearAction}
          submitLabel={t("countersign")}
          confirmLabel={t("countersignQuestion", { year: String(year.year) })}
          successMessage={t("closedDone")}
        />
      )}
      {year.may.takeBack && (
        <ActionForm
          {...common}
          action={takeBackClosingAction}
          submitLabel={t("takeBack")}
          submitVariant="secondary"
          successMessage={t("takenBack")}
        />
      )}
      {year.may.restate && (
        <details>
          <summary className="min-h-11 cursor-pointer py-2">{t("restate")}</summary>
          <div className="max-w-xl pt-2">
            <ActionForm
              {...common}
              action={restateYearAction}
              submitLabel={t("restate")}
              successMessage={t("restated")}
              draftKey={`restate-${year.year}`}
            >
              <SelectField
                name="resolutionId"
                label={t("resolution")}
                required
                options={resolutions}
              />
              <TextAreaField name="note" label={t("note")} required rows={2} maxLength={500} />
              <DateField name="until" label={t("until")} required />
            </ActionForm>
          </div>
        </details>
      )}
    </div>
  );
}

export function RulesForm({ tenant, rules }: { tenant: string; rules: FundRules }) {
  const t = useTranslations("funds.years");
  return (
    <ActionForm
      action={setRulesAction}
      tenant={tenant}
      submitLabel={t("setRules")}
      successMessage={t("rulesSet")}
      draftKey="fund-rules"
    >
      <MoneyField
        name="secondApproverFrom"
        label={t("secondApproverFrom")}
        required
        defaultValue={rules.secondApproverFrom}
      />
      <TextField
        name="overLinePercent"
        label={t("overLinePercent")}
        required
        inputMode="numeric"
        defaultValue={String(rules.overLinePercent)}
      />
      <TextField
        name="lateDays"
        label={t("lateDays")}
        required
        inputMode="numeric"
        defaultValue={String(rules.lateDays)}
      />
      <TextField name="basis" label={t("basis")} required maxLength={300} />
    </ActionForm>
  );
}
