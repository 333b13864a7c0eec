"use client";

import { useTranslations } from "next-intl";
import { reportFollowUpAction } from "@/lib/features/projects/actions";
import type { WorkView } from "@/lib/features/projects/schema/work";
import { FileField, TextAreaField, TextField } from "../forms/fields";
import { StepForm } from "../forms/step-form";

type Props = {
  tenant: string;
  id: string;
  reports: WorkView["followUps"];
  until: number | null;
  today: string;
  may: boolean;
};

/** What came of a closed project, year by year. */
export function FollowUps({ tenant, id, reports, until, today, may }: Props) {
  const t = useTranslations("projects");
  return (
    <div className="flex flex-col gap-2">
      {until !== null && <p className="text-muted">{t("follow.until", { year: String(until) })}</p>}
      {reports.map((one) => (
        <div key={one.year}>
          <p className="font-medium">{one.year}</p>
          <p className="whitespace-pre-line">{one.text}</p>
          {one.file && <a href={`/api/files/${tenant}/${one.file.id}`}>{one.file.name}</a>}
        </div>
      ))}
      {may && (
        <StepForm
          label={t("follow.submit")}
          action={reportFollowUpAction}
          tenant={tenant}
          hidden={{ id }}
          done={t("follow.done")}
        >
          <TextField
            name="year"
            label={t("follow.year")}
            required
            inputMode="numeric"
            defaultValue={today.slice(0, 4)}
          />
          <TextAreaField name="text" label={t("follow.text")} required rows={3} maxLength={2000} />
          <FileField name="fileId" label={t("form.file")} tenant={tenant} />
        </StepForm>
      )}
    </div>
  );
}
