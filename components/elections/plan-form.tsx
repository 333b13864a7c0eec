"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import {
  CheckboxField,
  DateField,
  RadioField,
  SelectField,
  TextField,
} from "@/components/forms/fields";
import type { Option } from "@/components/forms/types";
import { planElectionAction } from "@/lib/features/elections/actions";

type Seat = { id: string; number: number; holder: string | null };
type Props = {
  tenant: string;
  bodyId: string;
  title: string;
  today: string;
  seats: readonly Seat[];
  bodies: readonly Option[];
};

/** Which seats, by whom, and by which rules; from here on the rules stand. */
export function PlanForm({ tenant, bodyId, title, today, seats, bodies }: Props) {
  const t = useTranslations("elections.plan");
  const e = useTranslations("elections");
  return (
    <ActionForm
      action={planElectionAction}
      tenant={tenant}
      hidden={{ bodyId }}
      submitLabel={t("submit")}
      successMessage={t("saved")}
      successHref={`/a/${tenant}/elections/{id}`}
      draftKey={`election-${bodyId}`}
    >
      <TextField name="title" label={t("title")} required maxLength={200} defaultValue={title} />
      <CheckboxField name="byElection" label={t("byElection")} hint={t("byElectionHint")} />
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 font-medium">{t("seats")}</legend>
        <div className="grid max-h-72 gap-x-4 overflow-y-auto sm:grid-cols-2">
          {seats.map((seat) => (
            <CheckboxField
              key={seat.id}
              name="seatIds[]"
              value={seat.id}
              label={t("seat", { number: seat.number, holder: seat.holder ?? t("vacant") })}
              defaultChecked={seat.holder === null}
            />
          ))}
        </div>
      </fieldset>
      <RadioField
        name="contest"
        label={t("contest")}
        required
        defaultValue="contested"
        options={(["equal", "contested"] as const).map((value) => ({
          value,
          label: t(`contestHint.${value}`, { name: e(`contest.${value}`) }),
        }))}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          name="minMarks"
          label={t("minMarks")}
          required
          inputMode="numeric"
          defaultValue={1}
        />
        <TextField
          name="maxMarks"
          label={t("maxMarks")}
          required
          inputMode="numeric"
          hint={t("maxHint")}
        />
      </div>
      <div className="grid gap-3 sm:grid-cols-3">
        <SelectField
          name="approvalCmp"
          label={t("approval")}
          required
          defaultValue="gt"
          options={[
            { value: "gt", label: t("cmp.gt") },
            { value: "gte", label: t("cmp.gte") },
          ]}
        />
        <TextField
          name="approvalNum"
          label={t("num")}
          required
          inputMode="numeric"
          defaultValue={1}
        />
        <TextField
          name="approvalDen"
          label={t("den")}
          required
          inputMode="numeric"
          defaultValue={2}
        />
      </div>
      <SelectField
        name="electorBodyId"
        label={t("electors")}
        hint={t("electorsHint")}
        defaultValue={bodyId}
        options={bodies}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <DateField name="startsOn" label={t("startsOn")} required min={today} />
        <DateField name="endsOn" label={t("endsOn")} hint={t("endsHint")} />
      </div>
      <TextField
        name="objectionDays"
        label={t("objectionDays")}
        required
        inputMode="numeric"
        defaultValue={5}
      />
    </ActionForm>
  );
}
