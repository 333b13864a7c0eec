"use client";

import { useTranslations } from "next-intl";
import {
  decideReviewAction,
  saveReviewAction,
  submitReviewAction,
} from "@/lib/features/colleges/actions";
import { mustRectify } from "@/lib/features/colleges/rules/review";
import type { CollegeView } from "@/lib/features/colleges/schema/colleges";
import type { ReviewView } from "@/lib/features/colleges/schema/reviews";
import { ActionForm } from "../forms/action-form";
import { DateField, SelectField, TextAreaField, TextField } from "../forms/fields";

type Props = { tenant: string; college: CollegeView; review: ReviewView };

/** The school's report, saved as often as one likes until it is submitted. */
export function ReportForm({
  tenant,
  college,
  review,
}: Omit<Props, "review"> & { review?: ReviewView }) {
  const t = useTranslations("colleges.reviewForm");
  const text = (value: number | null | undefined) => (value == null ? undefined : String(value));
  return (
    <ActionForm
      key={review?.version}
      action={saveReviewAction}
      tenant={tenant}
      hidden={{
        collegeId: college.id,
        ...(review && { version: review.version, year: review.year }),
      }}
      submitLabel={t("save")}
      submitVariant="secondary"
      successMessage={t("saved")}
    >
      {!review && (
        <TextField
          name="year"
          label={t("year")}
          required
          inputMode="numeric"
          defaultValue={college.today.slice(0, 4)}
        />
      )}
      <TextAreaField
        name="selfReport"
        label={t("selfReport")}
        required
        rows={6}
        maxLength={2000}
        defaultValue={review?.selfReport}
      />
      <TextField
        name="enrolled"
        label={t("enrolled")}
        hint={t("enrolledHint")}
        required
        inputMode="numeric"
        defaultValue={text(review?.enrolled)}
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          name="satisfaction"
          label={t("satisfaction")}
          inputMode="numeric"
          defaultValue={text(review?.satisfaction)}
        />
        <TextField
          name="respondents"
          label={t("respondents")}
          inputMode="numeric"
          defaultValue={text(review?.respondents)}
        />
      </div>
    </ActionForm>
  );
}

export function SubmitReviewForm({ tenant, college, review }: Props) {
  const t = useTranslations("colleges.reviewForm");
  return (
    <ActionForm
      action={submitReviewAction}
      tenant={tenant}
      hidden={{ collegeId: college.id, reviewId: review.id, version: review.version }}
      submitLabel={t("submit")}
      confirmLabel={t("submitConfirm")}
      successMessage={t("submitted")}
    />
  );
}

const ROWS = [0, 1, 2, 3, 4];

/** The grade follows from the rules; what is written here is the opinion, and for C and D the list. */
export function DecideForm({ tenant, college, review }: Props) {
  const t = useTranslations("colleges.decideForm");
  const parties = college.members.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <ActionForm
      action={decideReviewAction}
      tenant={tenant}
      hidden={{ collegeId: college.id, reviewId: review.id, version: review.version }}
      submitLabel={t("submit")}
      successMessage={t("done")}
    >
      <TextAreaField name="opinion" label={t("opinion")} required maxLength={1000} rows={3} />
      {mustRectify(review.grade) && (
        <fieldset className="flex flex-col gap-4">
          <legend className="pb-2 font-medium">{t("items")}</legend>
          <p className="text-sm text-muted">{t("itemsHint")}</p>
          {ROWS.map((row) => (
            <div key={row} className="flex flex-col gap-2 border-l-2 border-line pl-3">
              <TextField
                name={`items.${row}.title`}
                label={t("item", { n: row + 1 })}
                required={row === 0}
                maxLength={300}
              />
              <div className="grid grid-cols-2 gap-3">
                <SelectField
                  name={`items.${row}.organizationId`}
                  label={t("organization")}
                  required={row === 0}
                  options={parties}
                />
                <DateField name={`items.${row}.dueOn`} label={t("dueOn")} required={row === 0} />
              </div>
            </div>
          ))}
        </fieldset>
      )}
    </ActionForm>
  );
}
