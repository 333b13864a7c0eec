"use client";

import { useTranslations } from "next-intl";
import { CheckboxField, RadioField } from "../forms/fields";
import { NumberField, Question, ShareFields } from "./question";
import type { Given } from "./wizard-deciding";

/** Questions 9 to 11: how a vote is taken, given away, and taken by letter. */
export function VotingQuestions({ given }: { given: Given }) {
  const t = useTranslations("bodies.wizard");
  return (
    <>
      <Question title={t("ballot")}>
        <RadioField
          name="ballot"
          label={t("ballotPart")}
          required
          defaultValue={given.ballot}
          options={(["named", "hands", "secret"] as const).map((value) => ({
            value,
            label: t(value),
          }))}
        />
        <CheckboxField
          name="secretRequired"
          label={t("secretRequired")}
          defaultChecked={given.secretRequired}
        />
        <NumberField
          name="secretMinimum"
          label={t("secretMinimum")}
          defaultValue={given.secretMinimum}
        />
      </Question>
      <Question title={t("proxy")}>
        <CheckboxField
          name="proxy.allowed"
          label={t("proxyAllowed")}
          defaultChecked={given.proxy.allowed}
        />
        <RadioField
          name="proxy.holder"
          label={t("proxyHolder")}
          required
          defaultValue={given.proxy.holder}
          options={(["same_body", "same_org"] as const).map((value) => ({
            value,
            label: t(value),
          }))}
        />
        <NumberField name="proxy.max" label={t("proxyMax")} defaultValue={given.proxy.max} />
        <CheckboxField
          name="proxy.letter"
          label={t("proxyLetter")}
          defaultChecked={given.proxy.letter}
        />
      </Question>
      <MailQuestion given={given} />
    </>
  );
}

function MailQuestion({ given: { mail } }: { given: Given }) {
  const t = useTranslations("bodies.wizard");
  return (
    <Question title={t("mail")}>
      <CheckboxField name="mail.allowed" label={t("mailAllowed")} defaultChecked={mail.allowed} />
      <NumberField name="mail.minHours" label={t("mailHours")} defaultValue={mail.minHours} />
      <ShareFields
        name="mail.replies"
        label={t("mailShare")}
        exactLabel={t("mailExact")}
        given={mail.replies}
      />
      <RadioField
        name="mail.silence"
        label={t("mailSilence")}
        required
        defaultValue={mail.silence}
        options={(["not_counted", "abstains"] as const).map((value) => ({
          value,
          label: t(value),
        }))}
      />
      <NumberField
        name="mail.demandMeeting"
        label={t("mailDemand")}
        defaultValue={mail.demandMeeting}
      />
    </Question>
  );
}

/** Questions 12 to 15: meetings, minutes and terms. */
export function MeetingQuestions({ given }: { given: Given }) {
  const t = useTranslations("bodies.wizard");
  const caller = useTranslations("bodies.caller");
  return (
    <>
      <Question title={t("notice")}>
        <NumberField
          name="noticeDays"
          label={t("noticeDays")}
          required={false}
          defaultValue={given.noticeDays}
        />
        <NumberField
          name="papersDays"
          label={t("papersDays")}
          required={false}
          defaultValue={given.papersDays}
        />
        <NumberField
          name="meetingsPerYear"
          label={t("meetingsPerYear")}
          defaultValue={given.meetingsPerYear}
        />
      </Question>
      <Question title={t("callers")}>
        {(["chair", "one_third", "supervisors", "secretariat"] as const).map((value) => (
          <CheckboxField
            key={value}
            name="callers[]"
            value={value}
            label={caller(value)}
            defaultChecked={given.callers.includes(value)}
          />
        ))}
        <NumberField name="waitMinutes" label={t("waitMinutes")} defaultValue={given.waitMinutes} />
        <CheckboxField name="twoSeats" label={t("twoSeats")} defaultChecked={given.twoSeats} />
      </Question>
      <MinutesQuestion given={given} />
      <Question title={t("term")}>
        <NumberField name="term.years" label={t("termYears")} defaultValue={given.term.years} />
        <NumberField
          name="term.delayMonths"
          label={t("termDelay")}
          defaultValue={given.term.delayMonths}
        />
        <NumberField
          name="term.consecutive"
          label={t("termConsecutive")}
          defaultValue={given.term.consecutive}
        />
      </Question>
    </>
  );
}

function MinutesQuestion({ given: { minutes, resubmitDays, publicNoticeDays } }: { given: Given }) {
  const t = useTranslations("bodies.wizard");
  return (
    <Question title={t("minutes")}>
      <NumberField
        name="minutes.draftDays"
        label={t("draftDays")}
        defaultValue={minutes.draftDays}
      />
      <RadioField
        name="minutes.confirm"
        label={t("confirm")}
        required
        defaultValue={minutes.confirm}
        options={(["no_objection", "signatures", "next_meeting"] as const).map((value) => ({
          value,
          label: t(value),
        }))}
      />
      <NumberField
        name="minutes.objectionDays"
        label={t("objectionDays")}
        defaultValue={minutes.objectionDays}
      />
      <NumberField
        name="minutes.signatures"
        label={t("signatureCount")}
        defaultValue={minutes.signatures}
      />
      <NumberField name="resubmitDays" label={t("resubmitDays")} defaultValue={resubmitDays} />
      <NumberField
        name="publicNoticeDays"
        label={t("publicNoticeDays")}
        defaultValue={publicNoticeDays}
      />
    </Question>
  );
}
