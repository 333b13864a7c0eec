"use client";

import { useTranslations } from "next-intl";
import {
  bookEquipmentAction,
  cancelBookingAction,
  decideBookingAction,
} from "@/lib/features/platforms/actions";
import type { Booking, BookingList } from "@/lib/features/platforms/schema/bookings";
import { ActionForm } from "../forms/action-form";
import { DateField, SelectField, TextField } from "../forms/fields";
import { Fold } from "../ui/fold";

type Props = { tenant: string; platformId: string };

/** Asks for one piece from one moment to another. */
export function BookForm({ tenant, platformId, list }: Props & { list: BookingList }) {
  const t = useTranslations("platforms.booking");
  const [only, another] = list.bookFor;
  const one = only && !another ? only : undefined;
  const time = (name: "startsAt" | "endsAt", given: string) => (
    <TextField
      name={name}
      label={t(name)}
      hint={t("timeHint")}
      required
      maxLength={5}
      defaultValue={given}
      autoComplete="off"
    />
  );
  return (
    <ActionForm
      action={bookEquipmentAction}
      tenant={tenant}
      hidden={{ platformId, ...(one && { organizationId: one.id }) }}
      submitLabel={t("submit")}
      successMessage={t("done")}
      draftKey={`booking-${platformId}`}
    >
      <SelectField
        name="equipmentId"
        label={t("equipment")}
        required
        options={list.calendar.map(({ id, name, openHours }) => ({
          value: id,
          label: openHours ? `${name} · ${openHours}` : name,
        }))}
      />
      {!one && (
        <SelectField
          name="organizationId"
          label={t("organization")}
          required
          options={list.bookFor.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <div className="grid grid-cols-2 gap-3">
        <DateField name="startsOn" label={t("startsOn")} required min={list.today} />
        {time("startsAt", "09:00")}
        <DateField name="endsOn" label={t("endsOn")} required min={list.today} />
        {time("endsAt", "17:00")}
      </div>
      <TextField name="purpose" label={t("purpose")} required maxLength={300} />
    </ActionForm>
  );
}

/** The host's answer, and giving the time back. */
export function BookingForms({ tenant, platformId, one }: Props & { one: Booking }) {
  const t = useTranslations("platforms.booking");
  const common = { tenant, hidden: { platformId, bookingId: one.id, version: one.version } };
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-1">
      {one.may.decide && (
        <>
          <ActionForm
            {...common}
            action={decideBookingAction}
            hidden={{ ...common.hidden, verdict: "approve" }}
            submitLabel={t("approve")}
            successMessage={t("approved")}
          />
          <Fold label={t("reject")}>
            <ActionForm
              {...common}
              action={decideBookingAction}
              hidden={{ ...common.hidden, verdict: "reject" }}
              submitLabel={t("reject")}
              submitVariant="danger"
              successMessage={t("rejected")}
            >
              <TextField name="reason" label={t("reason")} required maxLength={300} />
            </ActionForm>
          </Fold>
        </>
      )}
      {one.may.cancel && (
        <Fold label={t("cancel")}>
          <ActionForm
            {...common}
            action={cancelBookingAction}
            submitLabel={t("cancel")}
            submitVariant="danger"
            successMessage={t("cancelled")}
          >
            <TextField name="reason" label={t("reason")} maxLength={300} />
          </ActionForm>
        </Fold>
      )}
    </div>
  );
}
