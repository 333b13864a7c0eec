"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField, TextAreaField, TextField } from "@/components/forms/fields";
import { Fold } from "@/components/ui/fold";
import type { SeatView } from "@/lib/features/meetings/schema/live";
import { recordDepartureAction } from "@/lib/features/votes/actions";

type Props = { tenant: string; meetingId: string; seats: readonly SeatView[] };

/** Somebody had left, and nobody noted it at the time. */
export function DepartureForm({ tenant, meetingId, seats }: Props) {
  const t = useTranslations("votes.departure");
  return (
    <Fold label={t("title")} hint={t("hint")}>
      <ActionForm
        action={recordDepartureAction}
        tenant={tenant}
        hidden={{ meetingId }}
        submitLabel={t("submit")}
        submitVariant="secondary"
        successMessage={t("done")}
      >
        <SelectField
          name="seatId"
          label={t("seat")}
          required
          options={seats
            .filter((seat) => seat.holderName !== null)
            .map((seat) => ({ value: seat.seatId, label: `${seat.number} ${seat.holderName}` }))}
        />
        <TextField name="time" label={t("time")} hint={t("timeHint")} required maxLength={5} />
        <TextAreaField name="reason" label={t("reason")} rows={2} required maxLength={500} />
      </ActionForm>
    </Fold>
  );
}
