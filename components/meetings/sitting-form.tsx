"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField, SelectField, TextAreaField, TextField } from "@/components/forms/fields";
import type { Option } from "@/components/forms/types";
import {
  createMeetingAction,
  rescheduleMeetingAction,
  updateMeetingAction,
} from "@/lib/features/meetings/actions";
import type { LiveMeeting } from "@/lib/features/meetings/schema/live";

type Shown = Partial<
  Pick<LiveMeeting, "heldOn" | "time" | "mode" | "place" | "link" | "title" | "kind">
>;

const modes = ["room", "online", "mixed"] as const;

function When({ meeting = {} }: { meeting?: Shown }) {
  const t = useTranslations("meetings");
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <DateField name="heldOn" label={t("field.day")} required defaultValue={meeting.heldOn} />
        <TextField
          name="time"
          label={t("field.time")}
          hint={t("field.timeHint")}
          required
          defaultValue={meeting.time ?? "14:30"}
        />
      </div>
      <SelectField
        name="mode"
        label={t("field.mode")}
        required
        defaultValue={meeting.mode ?? "room"}
        options={modes.map((mode) => ({ value: mode, label: t(`mode.${mode}`) }))}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="place"
          label={t("field.place")}
          hint={t("prepare.placeHint")}
          maxLength={200}
          defaultValue={meeting.place ?? ""}
        />
        <TextField
          name="link"
          label={t("prepare.link")}
          hint={t("prepare.linkHint")}
          maxLength={500}
          defaultValue={meeting.link ?? ""}
        />
      </div>
    </>
  );
}

function Title({ meeting = {}, name }: { meeting?: Shown; name?: string }) {
  const t = useTranslations("meetings");
  const kinds = ["regular", "extraordinary", "founding"] as const;
  return (
    <>
      <TextField
        name="title"
        label={t("field.title")}
        required
        maxLength={200}
        defaultValue={meeting.title ?? name}
      />
      <SelectField
        name="kind"
        label={t("prepare.kind")}
        required
        defaultValue={meeting.kind ?? "regular"}
        options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
    </>
  );
}

export function NewMeetingForm({
  tenant,
  bodies,
  body,
}: {
  tenant: string;
  bodies: Option[];
  body?: string;
}) {
  const t = useTranslations("meetings");
  return (
    <ActionForm
      action={createMeetingAction}
      tenant={tenant}
      submitLabel={t("prepare.create")}
      successHref={`/a/${tenant}/meetings/{id}`}
      draftKey={`meeting-new-${tenant}`}
    >
      <SelectField
        name="bodyId"
        label={t("field.body")}
        required
        options={bodies}
        defaultValue={body}
      />
      <Title />
      <When />
    </ActionForm>
  );
}

export function EditMeetingForm({ tenant, meeting }: { tenant: string; meeting: LiveMeeting }) {
  const t = useTranslations("meetings");
  return (
    <ActionForm
      action={updateMeetingAction}
      tenant={tenant}
      hidden={{ meetingId: meeting.id, version: meeting.version }}
      submitLabel={t("prepare.save")}
    >
      <Title meeting={meeting} />
      <When meeting={meeting} />
    </ActionForm>
  );
}

export function RescheduleForm({ tenant, meeting }: { tenant: string; meeting: LiveMeeting }) {
  const t = useTranslations("meetings.prepare");
  return (
    <ActionForm
      action={rescheduleMeetingAction}
      tenant={tenant}
      hidden={{ meetingId: meeting.id, version: meeting.version }}
      submitLabel={t("reschedule")}
      confirmLabel={t("rescheduleConfirm")}
    >
      <When meeting={meeting} />
      <Waiver />
    </ActionForm>
  );
}

export function Waiver() {
  const t = useTranslations("meetings.prepare");
  return (
    <TextAreaField
      name="waiver"
      label={t("waiver")}
      hint={t("waiverHint")}
      rows={2}
      maxLength={500}
    />
  );
}
