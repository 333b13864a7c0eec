"use client";

import { useTranslations } from "next-intl";
import { reportStatusAction } from "@/lib/features/projects/actions";
import type { WorkView } from "@/lib/features/projects/schema/work";
import { lights } from "@/lib/features/projects/types";
import { SelectField, TextAreaField, TextField } from "../forms/fields";
import { StepForm } from "../forms/step-form";
import { Badge, type BadgeTone } from "../ui/badge";

const tones: Record<(typeof lights)[number], BadgeTone> = {
  green: "ok",
  amber: "attention",
  red: "problem",
};

type Props = {
  tenant: string;
  id: string;
  reports: WorkView["reports"];
  today: string;
  may: boolean;
};

/** How it stood, quarter by quarter, the latest first. */
export function StatusReports({ tenant, id, reports, today, may }: Props) {
  const t = useTranslations("projects.report");
  const quarter = Math.ceil(Number(today.slice(5, 7)) / 3);
  return (
    <div className="flex flex-col gap-3">
      {reports.length === 0 && <p className="text-muted">{t("none")}</p>}
      <ul className="flex flex-col gap-2">
        {reports.map((one) => (
          <li key={`${one.year}-${one.quarter}`}>
            <p className="flex flex-wrap items-center gap-2">
              {t("quarterOf", { year: String(one.year), quarter: String(one.quarter) })}
              <Badge tone={tones[one.light]}>{t(one.light)}</Badge>
            </p>
            <p className="text-sm whitespace-pre-line text-muted">{one.text}</p>
          </li>
        ))}
      </ul>
      {may && (
        <StepForm
          label={t("submit")}
          action={reportStatusAction}
          tenant={tenant}
          hidden={{ id }}
          done={t("done")}
        >
          <div className="grid grid-cols-2 gap-3">
            <TextField
              name="year"
              label={t("year")}
              required
              inputMode="numeric"
              defaultValue={today.slice(0, 4)}
            />
            <SelectField
              name="quarter"
              label={t("quarter")}
              required
              defaultValue={String(quarter)}
              options={["1", "2", "3", "4"].map((value) => ({ value, label: value }))}
            />
          </div>
          <SelectField
            name="light"
            label={t("light")}
            required
            options={lights.map((value) => ({ value, label: t(value) }))}
          />
          <TextAreaField name="text" label={t("text")} required rows={3} maxLength={1000} />
        </StepForm>
      )}
    </div>
  );
}
