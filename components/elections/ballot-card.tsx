"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { CheckboxField } from "@/components/forms/fields";
import { castPaperAction } from "@/lib/features/elections/actions";

type Props = {
  tenant: string;
  roundId: string;
  seat: { seatId: string; number: number; holderName: string };
  candidates: readonly { candidateId: string; name: string }[];
  minMarks: number;
  maxMarks: number;
};

/** The secret paper of one seat: cast once, for good. */
export function BallotCard({ tenant, roundId, seat, candidates, minMarks, maxMarks }: Props) {
  const t = useTranslations("elections.ballot");
  return (
    <div className="rounded border-2 border-accent p-4">
      <p className="font-semibold">
        {t("paperOf", { number: seat.number, holder: seat.holderName })}
      </p>
      <p className="mt-1 mb-3 text-sm text-muted">
        {minMarks === maxMarks
          ? t("markExactly", { count: maxMarks })
          : t("mark", { least: minMarks, most: maxMarks })}{" "}
        {t("blankHint")}
      </p>
      <ActionForm
        action={castPaperAction}
        tenant={tenant}
        hidden={{ roundId, seatId: seat.seatId }}
        submitLabel={t("cast")}
        successMessage={t("castDone")}
        confirmLabel={t("castConfirm")}
      >
        <fieldset>
          <legend className="sr-only">{t("candidates")}</legend>
          {candidates.map(({ candidateId, name }) => (
            <CheckboxField key={candidateId} name="marks[]" value={candidateId} label={name} />
          ))}
        </fieldset>
      </ActionForm>
    </div>
  );
}
