"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { FileField, RadioField, SelectField, TextField } from "@/components/forms/fields";
import { Fold } from "@/components/ui/fold";
import {
  acceptProxyAction,
  answerCallAction,
  checkInAction,
  grantProxyAction,
  leaveAction,
  recordProxyAction,
  revokeProxyAction,
} from "@/lib/features/meetings/actions";
import type { LiveMeeting, ProxyView, SeatView } from "@/lib/features/meetings/schema/live";
import { instructions } from "@/lib/features/meetings/types";
import { Step } from "./step";

type Own = { tenant: string; meeting: LiveMeeting; seat: SeatView };

/** 回执 */
export function AnswerForm({ tenant, meeting, seat }: Own) {
  const t = useTranslations("meetings");
  const answers = [
    "coming",
    ...(meeting.mode === "room" ? [] : ["online"]),
    "alternate",
    "proxy",
    "excused",
  ] as const;
  return (
    <Step
      action={answerCallAction}
      tenant={tenant}
      hidden={{ meetingId: meeting.id, seatId: seat.seatId }}
      label={t("rsvp.submit")}
      variant="primary"
    >
      <RadioField
        name="rsvp"
        label={t("rsvp.question")}
        required
        defaultValue={seat.rsvp === "none" ? undefined : seat.rsvp}
        options={answers.map((value) => ({ value, label: t(`rsvp.${value as "coming"}`) }))}
      />
    </Step>
  );
}

/**
 * The code that the QR on the wall put behind the address; it never travels in a request line. Scanned by somebody who has
 * this very page open, only the part behind "#" changes and nothing is loaded anew.
 */
function useCode(): string {
  const [code, setCode] = useState("");
  useEffect(() => {
    const read = () =>
      setCode(new URLSearchParams(window.location.hash.slice(1)).get("code") ?? "");
    read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);
  return code;
}

/** One's own check-in: with the code of the wall, or online; and leaving again. */
export function CheckInForm({ tenant, meeting, seat }: Own) {
  const t = useTranslations("meetings.checkIn");
  const code = useCode();
  const hidden = { meetingId: meeting.id, seatId: seat.seatId };
  if (seat.present) {
    return (
      <Step
        action={leaveAction}
        tenant={tenant}
        hidden={hidden}
        label={t("leave")}
        confirm={t("leaveConfirm")}
      />
    );
  }
  return (
    <div className="flex flex-col gap-3">
      {code ? (
        <Step
          action={checkInAction}
          tenant={tenant}
          hidden={{ ...hidden, mode: "room", code }}
          label={t("here")}
          variant="primary"
        />
      ) : (
        meeting.mode !== "online" && <p>{t("scan")}</p>
      )}
      {meeting.mode !== "room" && (
        <Step
          action={checkInAction}
          tenant={tenant}
          hidden={{ ...hidden, mode: "online" }}
          label={t("online")}
        />
      )}
    </div>
  );
}

type Letter = { tenant: string; meeting: LiveMeeting; from?: SeatView };

/** A letter for one meeting: the own, or one on paper that the secretariat records. */
export function ProxyForm({ tenant, meeting, from }: Letter) {
  const t = useTranslations("meetings.proxy");
  const voting = meeting.seats.filter((seat) => seat.eligible);
  const options = (seats: readonly SeatView[]) =>
    seats.map((seat) => ({ value: seat.seatId, label: `${seat.number} ${seat.holderName}` }));
  return (
    <Fold frame="boxed" label={from ? t("grant") : t("record")}>
      <Step
        action={from ? grantProxyAction : recordProxyAction}
        tenant={tenant}
        hidden={{ meetingId: meeting.id, ...(from && { principalSeatId: from.seatId }) }}
        label={from ? t("grant") : t("record")}
      >
        {!from && (
          <SelectField
            name="principalSeatId"
            label={t("principal")}
            required
            options={options(voting)}
          />
        )}
        <SelectField
          name="holderSeatId"
          label={t("holder")}
          required
          options={options(voting.filter((seat) => seat.seatId !== from?.seatId))}
        />
        <FileField name="letterFileId" label={t("letter")} tenant={tenant} />
        <TextField name="reason" label={t("reason")} maxLength={300} />
        <ProxyInstructions meeting={meeting} />
      </Step>
    </Fold>
  );
}

/** How the holder is asked to vote, item by item; the holder sees it on the ballot and may vote otherwise. */
function ProxyInstructions({ meeting }: { meeting: LiveMeeting }) {
  const t = useTranslations("meetings.proxy");
  const votable = meeting.items.filter(
    ({ kind, state }) =>
      (kind === "decide" || kind === "procedural") && (state === "planned" || state === "open"),
  );
  if (votable.length === 0) return null;
  return (
    <fieldset className="flex flex-col gap-3 rounded border border-line p-3">
      <legend className="px-1 font-medium">{t("instructions")}</legend>
      <p className="text-sm text-muted">{t("instructionsHint")}</p>
      {votable.map(({ id, order, title }) => (
        <SelectField
          key={id}
          name={`instructions.${id}`}
          label={t("instructionFor", { order, title })}
          defaultValue="free"
          options={instructions.map((value) => ({ value, label: t(`instruction.${value}`) }))}
        />
      ))}
    </fieldset>
  );
}

export function ProxySteps({
  tenant,
  proxy,
  accepts,
  own,
}: {
  tenant: string;
  proxy: ProxyView;
  accepts: boolean;
  own: boolean;
}) {
  const t = useTranslations("meetings.proxy");
  const hidden = { proxyId: proxy.id, version: proxy.version };
  const alive = ["signed", "accepted", "active"].includes(proxy.state);
  return (
    <div className="flex flex-wrap items-center gap-2">
      {accepts && proxy.state === "signed" && proxy.mine && (
        <p className="text-sm text-muted">{t("otherAccepts")}</p>
      )}
      {accepts && proxy.state === "signed" && !proxy.mine && (
        <Step
          action={acceptProxyAction}
          tenant={tenant}
          hidden={hidden}
          label={t("accept")}
          variant="primary"
        />
      )}
      {(own || accepts) && alive && (
        <Step
          action={revokeProxyAction}
          tenant={tenant}
          hidden={hidden}
          label={t("revoke")}
          confirm={t("revokeConfirm")}
        />
      )}
    </div>
  );
}
