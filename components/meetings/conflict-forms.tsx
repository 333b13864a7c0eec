"use client";

import { useTranslations } from "next-intl";
import { RadioField, SelectField, TextAreaField } from "@/components/forms/fields";
import { Fold } from "@/components/ui/fold";
import {
  challengeAction,
  decideChallengeAction,
  declareConflictAction,
  recordDeclarationAction,
} from "@/lib/features/meetings/actions";
import type { ItemView, SeatView } from "@/lib/features/meetings/schema/live";
import { Step } from "./step";

type Own = { tenant: string; item: ItemView; seat: Pick<SeatView, "seatId" | "number"> };

/** The own seat says whether it has a conflict; until then the papers may be shut. */
export function DeclareForm({ tenant, item, seat }: Own) {
  const t = useTranslations("meetings.recusal");
  const now = item.recusals.find((one) => one.seatId === seat.seatId)?.state;
  if (item.state !== "planned" && item.state !== "open") return null;
  if (now === "declared" || now === "recused") {
    return <p className="text-sm font-medium text-attention">{t("youStepBack")}</p>;
  }
  if (now === "challenged")
    return <p className="text-sm text-attention">{t("youAreChallenged")}</p>;
  const asked = now === "suggested" || (item.guarded && now === undefined);
  return (
    <Fold frame="boxed" label={asked ? t("mustDeclare") : t("declare")} open={asked}>
      <Step
        action={declareConflictAction}
        tenant={tenant}
        hidden={{ itemId: item.id, seatId: seat.seatId }}
        label={t("submit")}
      >
        <RadioField
          name="conflict"
          label={t("question")}
          required
          options={[
            ...(now === "denied" || now === "cleared" ? [] : [{ value: "no", label: t("no") }]),
            { value: "yes", label: t("yes") },
          ]}
        />
        <TextAreaField name="reason" label={t("reason")} rows={2} maxLength={500} />
      </Step>
    </Fold>
  );
}

/** Whose answer to a suggested conflict is missing: until it is there the seat has neither papers nor ballot. */
export function AnswersMissing({ tenant, item }: { tenant: string; item: ItemView }) {
  const t = useTranslations("meetings.recusal");
  const silent = item.recusals.filter((one) => one.state === "suggested");
  if (silent.length === 0 || (item.state !== "planned" && item.state !== "open")) return null;
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-medium">{t("missing", { count: silent.length })}</h3>
      <p className="text-sm text-muted">{t("missingHint")}</p>
      {silent.map((one) => (
        <Fold
          key={one.seatId}
          frame="boxed"
          label={t("told", { number: one.number, holder: one.holderName })}
        >
          <Step
            action={recordDeclarationAction}
            tenant={tenant}
            hidden={{ itemId: item.id, seatId: one.seatId }}
            label={t("recordTold")}
          >
            <RadioField
              name="conflict"
              label={t("question")}
              required
              options={[
                { value: "no", label: t("toldNo") },
                { value: "yes", label: t("toldYes") },
              ]}
            />
            <TextAreaField name="reason" label={t("toldHow")} required rows={2} maxLength={500} />
          </Step>
        </Fold>
      ))}
    </section>
  );
}

/** Somebody of the meeting doubts that a seat is free of a conflict. */
export function ChallengeForm({
  tenant,
  item,
  seats,
}: {
  tenant: string;
  item: ItemView;
  seats: readonly SeatView[];
}) {
  const t = useTranslations("meetings.recusal");
  if (item.state !== "planned" && item.state !== "open") return null;
  return (
    <Fold frame="boxed" label={t("challenge")}>
      <Step
        action={challengeAction}
        tenant={tenant}
        hidden={{ itemId: item.id }}
        label={t("challenge")}
      >
        <SelectField
          name="seatId"
          label={t("seat")}
          required
          options={seats
            .filter((seat) => seat.holderName !== null)
            .map((seat) => ({ value: seat.seatId, label: `${seat.number} ${seat.holderName}` }))}
        />
        <TextAreaField
          name="reason"
          label={t("challengeReason")}
          required
          rows={2}
          maxLength={500}
        />
      </Step>
    </Fold>
  );
}

/** The body's decision about every challenge of the item. */
export function DecideForms({ tenant, item }: { tenant: string; item: ItemView }) {
  const t = useTranslations("meetings.recusal");
  return item.recusals
    .filter((one) => one.state === "challenged")
    .map((one) => (
      <Fold key={one.seatId} frame="boxed" label={t("decide", { number: one.number })} open>
        <Step
          action={decideChallengeAction}
          tenant={tenant}
          hidden={{ itemId: item.id, seatId: one.seatId }}
          label={t("record")}
        >
          {one.reason && <p className="text-sm">{one.reason}</p>}
          <RadioField
            name="recused"
            label={t("decision")}
            required
            options={[
              { value: "yes", label: t("uphold") },
              { value: "no", label: t("clear") },
            ]}
          />
          <TextAreaField
            name="reason"
            label={t("decisionReason")}
            required
            rows={2}
            maxLength={500}
          />
        </Step>
      </Fold>
    ));
}
