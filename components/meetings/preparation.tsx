"use client";

import { useTranslations } from "next-intl";
import { RadioField, TextAreaField } from "@/components/forms/fields";
import { Fold } from "@/components/ui/fold";
import {
  callOffAction,
  sendNoticeAction,
  startCheckInAction,
} from "@/lib/features/meetings/actions";
import type { LiveMeeting } from "@/lib/features/meetings/schema/live";
import { EditMeetingForm, RescheduleForm, Waiver } from "./sitting-form";
import { Step } from "./step";

type Props = { tenant: string; meeting: LiveMeeting };
const refOf = ({ id, version }: LiveMeeting) => ({ meetingId: id, version });

function CallOff({ tenant, meeting }: Props) {
  const t = useTranslations("meetings.prepare");
  const draft = meeting.state === "draft" || meeting.state === "postponed";
  return (
    <Fold frame="boxed" label={t("callOff")}>
      <Step
        action={callOffAction}
        tenant={tenant}
        hidden={{ ...refOf(meeting), ...(draft && { how: "cancel" }) }}
        label={t("callOff")}
        variant="danger"
      >
        {!draft && (
          <RadioField
            name="how"
            label={t("how")}
            required
            options={[
              { value: "postpone", label: t("postpone") },
              { value: "cancel", label: t("cancel") },
            ]}
          />
        )}
        <TextAreaField name="reason" label={t("reason")} required rows={2} maxLength={500} />
      </Step>
    </Fold>
  );
}

/** From here people are checked in; on the meeting's page and on the console, where the secretary waits for them. */
export function StartCheckIn({ tenant, meeting }: Props) {
  const t = useTranslations("meetings.prepare");
  if (meeting.state !== "noticed" || meeting.mode === "correspondence") return null;
  return (
    <Step
      action={startCheckInAction}
      tenant={tenant}
      hidden={refOf(meeting)}
      label={t("startCheckIn")}
      variant="primary"
      href={`/a/${tenant}/meetings/${meeting.id}/console`}
    />
  );
}

/** What the secretariat does before people sit down. */
export function Preparation({ tenant, meeting }: Props) {
  const t = useTranslations("meetings.prepare");
  const drafting = meeting.state === "draft" || meeting.state === "postponed";
  const late = meeting.today > meeting.deadlines.noticeBy;
  return (
    <div className="flex flex-col gap-3">
      {drafting && (
        <Step
          action={sendNoticeAction}
          tenant={tenant}
          hidden={refOf(meeting)}
          label={t("notice")}
          variant="primary"
          confirm={t("noticeConfirm")}
        >
          {late && <Waiver />}
        </Step>
      )}
      <StartCheckIn tenant={tenant} meeting={meeting} />
      {meeting.state === "draft" && (
        <Fold frame="boxed" label={t("edit")}>
          <EditMeetingForm key={meeting.version} tenant={tenant} meeting={meeting} />
        </Fold>
      )}
      {(meeting.state === "noticed" || meeting.state === "postponed") && (
        <Fold frame="boxed" label={t("change")}>
          <RescheduleForm key={meeting.version} tenant={tenant} meeting={meeting} />
        </Fold>
      )}
      <CallOff tenant={tenant} meeting={meeting} />
    </div>
  );
}
