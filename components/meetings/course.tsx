"use client";

import { useTranslations } from "next-intl";
import { DateField, TextAreaField, TextField } from "@/components/forms/fields";
import { Fold } from "@/components/ui/fold";
import {
  adjournMeetingAction,
  callAgainAction,
  closeMeetingAction,
  lackQuorumAction,
  openMeetingAction,
  refreezeAction,
  resumeMeetingAction,
  suspendMeetingAction,
} from "@/lib/features/meetings/actions";
import type { LiveMeeting } from "@/lib/features/meetings/schema/live";
import { StartCheckIn } from "./preparation";
import { Step } from "./step";

type Props = { tenant: string; meeting: LiveMeeting };
const refOf = ({ id, version }: LiveMeeting) => ({ meetingId: id, version });

function NextTime({ meeting }: { meeting: LiveMeeting }) {
  const t = useTranslations("meetings.field");
  return (
    <>
      <DateField name="heldOn" label={t("day")} required min={meeting.today} />
      <TextField
        name="time"
        label={t("time")}
        hint={t("timeHint")}
        required
        defaultValue={meeting.time}
      />
      <TextField
        name="place"
        label={t("place")}
        maxLength={200}
        defaultValue={meeting.place ?? ""}
      />
    </>
  );
}

/** The second call of a meeting that had no quorum. */
export function CallAgain({ tenant, meeting }: Props) {
  const t = useTranslations("meetings.course");
  return (
    <Step
      action={callAgainAction}
      tenant={tenant}
      hidden={refOf(meeting)}
      label={t("callAgain")}
      variant="primary"
      href={`/a/${tenant}/meetings/{id}`}
    >
      <NextTime meeting={meeting} />
    </Step>
  );
}

/** The chair's and the secretary's steps, in the order in which they come. */
export function Course({ tenant, meeting }: Props) {
  const t = useTranslations("meetings.course");
  const hidden = refOf(meeting);
  const open = meeting.state === "open";
  const waiting = meeting.state === "check_in" || meeting.state === "suspended";
  return (
    <div className="flex flex-col gap-3">
      {meeting.may.prepare && <StartCheckIn tenant={tenant} meeting={meeting} />}
      {meeting.state === "check_in" && (
        <Step
          action={openMeetingAction}
          tenant={tenant}
          hidden={hidden}
          label={t("open")}
          variant="primary"
        />
      )}
      {meeting.state === "suspended" && (
        <Step
          action={resumeMeetingAction}
          tenant={tenant}
          hidden={hidden}
          label={t("resume")}
          variant="primary"
        />
      )}
      {meeting.seatsChanged && (
        <Fold frame="boxed" label={t("refreeze")} open>
          <Step
            action={refreezeAction}
            tenant={tenant}
            hidden={{ meetingId: meeting.id }}
            label={t("refreeze")}
          >
            <TextAreaField
              name="reason"
              label={t("refreezeReason")}
              required
              rows={2}
              maxLength={500}
            />
          </Step>
        </Fold>
      )}
      {open && meeting.mode !== "correspondence" && (
        <Fold frame="boxed" label={t("suspend")}>
          <Step action={suspendMeetingAction} tenant={tenant} hidden={hidden} label={t("suspend")}>
            <TextField name="reason" label={t("suspendReason")} required maxLength={500} />
          </Step>
        </Fold>
      )}
      {(open || meeting.state === "suspended") && (
        <>
          <Step
            action={closeMeetingAction}
            tenant={tenant}
            hidden={hidden}
            label={t("close")}
            confirm={t("closeConfirm")}
            href={`/a/${tenant}/meetings/${meeting.id}`}
          />
          <Fold frame="boxed" label={t("adjourn")}>
            <Step
              action={adjournMeetingAction}
              tenant={tenant}
              hidden={hidden}
              label={t("adjourn")}
              href={`/a/${tenant}/meetings/{id}`}
            >
              <NextTime meeting={meeting} />
            </Step>
          </Fold>
        </>
      )}
      {waiting && (
        <Step
          action={lackQuorumAction}
          tenant={tenant}
          hidden={hidden}
          label={t("lackQuorum")}
          variant="danger"
          confirm={t("lackQuorumConfirm")}
        />
      )}
    </div>
  );
}
