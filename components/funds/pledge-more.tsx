"use client";

import { useTranslations } from "next-intl";
import { currencies, valuationMethods } from "@/lib/features/funds/types";
import { DateField, MoneyField, SelectField, TextField } from "../forms/fields";
import { Rows } from "../forms/rows";
import type { Option } from "../forms/types";
import { Fold } from "../ui/fold";

/** A contract in another currency: its amount, and the rate of the day by which the yuan follow. */
export function ForeignFields() {
  const t = useTranslations("funds.receipt");
  return (
    <Fold label={t("foreign")}>
      <div className="flex flex-col gap-5 pt-2">
        <SelectField
          name="currency"
          label={t("currency")}
          defaultValue="CNY"
          options={currencies.map((value) => ({ value, label: value }))}
        />
        <TextField
          name="foreignAmount"
          label={t("foreignAmount")}
          inputMode="decimal"
          maxLength={20}
        />
        <TextField name="rate" label={t("rate")} inputMode="decimal" maxLength={20} />
        <DateField name="rateOn" label={t("rateOn")} />
      </div>
    </Fold>
  );
}

/** How goods and hands were valued; hours at a rate are multiplied and checked against the amount. */
function ValuationFields() {
  const t = useTranslations("funds.pledge");
  return (
    <Fold label={t("valued")} hint={t("valuedHint")}>
      <div className="flex flex-col gap-5 pt-2">
        <SelectField
          name="valuedBy"
          label={t("valuedBy")}
          options={valuationMethods.map((value) => ({ value, label: t(`method.${value}`) }))}
        />
        <MoneyField name="hourlyRate" label={t("hourlyRate")} />
        <TextField name="hours" label={t("hours")} inputMode="decimal" maxLength={12} />
      </div>
    </Fold>
  );
}

/** On which days how much of it comes, and which milestone releases it; the parts add up to the whole. */
export function ScheduleRows({ milestones }: { milestones: readonly Option[] }) {
  const t = useTranslations("funds.pledge");
  return (
    <Rows
      list="schedule"
      first={2}
      most={12}
      addLabel={t("addPart")}
      removeLabel={(n) => t("removePart", { n })}
      legend={(n) => t("part", { n })}
      row={(row, n) => (
        <>
          <div className="grid gap-3 sm:grid-cols-2">
            <DateField name={`schedule.${row}.dueOn`} label={t("partDue", { n })} />
            <MoneyField name={`schedule.${row}.amount`} label={t("partAmount", { n })} />
          </div>
          {milestones.length > 0 && (
            <SelectField
              name={`schedule.${row}.milestoneId`}
              label={t("partMilestone", { n })}
              options={milestones}
            />
          )}
        </>
      )}
    />
  );
}

/** What few promises need, behind its name: a schedule, a valuation by hours, another currency. */
export function PledgeMore({ milestones }: { milestones: readonly Option[] }) {
  const t = useTranslations("funds.pledge");
  return (
    <>
      <Fold label={t("schedule")} hint={t("scheduleHint")}>
        <ScheduleRows milestones={milestones} />
      </Fold>
      <ValuationFields />
      <ForeignFields />
    </>
  );
}
