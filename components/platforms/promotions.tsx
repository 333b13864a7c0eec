"use client";

import { useLocale, useTranslations } from "next-intl";
import { skillLevels } from "@/lib/features/people/types";
import { enrolPromotionAction, stepPromotionAction } from "@/lib/features/platforms/actions";
import { certifiedByYear, nextPromotionState } from "@/lib/features/platforms/rules/promotions";
import type { PlatformView } from "@/lib/features/platforms/schema/platforms";
import type { PromotionView } from "@/lib/features/platforms/schema/promotions";
import { formatDay } from "@/lib/i18n/format";
import { ActionForm } from "../forms/action-form";
import { DateField, FileField, SelectField, TextField } from "../forms/fields";
import { Badge } from "../ui/badge";
import { Fold } from "../ui/fold";

type Props = { tenant: string; platform: PlatformView };

/** 八段式: each group on its way, what it has reached, and the people certified year by year. */
export function Promotions({ tenant, platform }: Props) {
  const t = useTranslations("platforms.promotion");
  const years = certifiedByYear(platform.promotions);
  return (
    <div className="flex flex-col gap-3">
      {platform.promotions.length === 0 && <p className="text-muted">{t("none")}</p>}
      {years.length > 0 && (
        <p>
          <span className="text-muted">{t("byYear")}</span>{" "}
          {years
            .map(({ year, people }) =>
              t("year", { year: String(year), people: t("people", { count: people }) }),
            )
            .join(" · ")}
        </p>
      )}
      <ul className="flex flex-col divide-y divide-line">
        {platform.promotions.map((one) => (
          <li key={one.id} className="flex flex-col gap-2 py-3">
            <Group tenant={tenant} group={one} />
            {platform.may.edit && <StepForm tenant={tenant} platform={platform} group={one} />}
          </li>
        ))}
      </ul>
      {platform.may.edit && <EnrolForm tenant={tenant} platform={platform} />}
    </div>
  );
}

function Group({ tenant, group }: { tenant: string; group: PromotionView }) {
  const t = useTranslations("platforms.promotion");
  const skill = useTranslations("platforms.skill");
  const locale = useLocale();
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{group.title}</span>
        <span>{t("way", { from: skill(group.fromLevel), to: skill(group.toLevel) })}</span>
        <Badge tone={group.state === "certified" ? "ok" : "neutral"}>
          {t(`state.${group.state}`)}
        </Badge>
      </p>
      <ol className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
        {group.steps.map(({ state, people, on }) => (
          <li key={state} className="whitespace-nowrap tabular-nums">
            {t("step", {
              state: t(`state.${state}`),
              people: t("people", { count: people }),
              on: formatDay(on, locale),
            })}
          </li>
        ))}
      </ol>
      {(group.certificateNo || group.file) && (
        <p className="flex flex-wrap gap-x-3 text-sm">
          {group.certificateNo && t("certificate", { number: group.certificateNo })}
          {group.file && <a href={`/api/files/${tenant}/${group.file.id}`}>{group.file.name}</a>}
        </p>
      )}
    </>
  );
}

function StepForm({ tenant, platform, group }: Props & { group: PromotionView }) {
  const t = useTranslations("platforms.promotion");
  const to = nextPromotionState(group.state);
  const last = group.steps.at(-1);
  if (to === undefined || to === "enrolled" || !last) return null;
  return (
    <Fold label={t(`next.${to}`)}>
      <ActionForm
        key={group.version}
        action={stepPromotionAction}
        tenant={tenant}
        hidden={{ platformId: platform.id, promotionId: group.id, version: group.version, to }}
        submitLabel={t(`next.${to}`)}
        submitVariant="secondary"
        successMessage={t("stepForm.done")}
      >
        <TextField
          name="people"
          label={t("stepForm.people")}
          hint={t("stepForm.peopleHint", { count: last.people })}
          inputMode="numeric"
          required
          defaultValue={String(last.people)}
        />
        <DateField
          name="on"
          label={t("stepForm.on")}
          required
          min={last.on}
          max={platform.today}
          defaultValue={platform.today}
        />
        {to === "certified" && (
          <>
            <TextField
              name="certificateNo"
              label={t("stepForm.certificateNo")}
              hint={t("stepForm.certificateNoHint")}
              maxLength={100}
            />
            <FileField name="fileId" label={t("stepForm.file")} tenant={tenant} />
          </>
        )}
      </ActionForm>
    </Fold>
  );
}

function EnrolForm({ tenant, platform }: Props) {
  const t = useTranslations("platforms.promotion.enrol");
  const skill = useTranslations("platforms.skill");
  const options = skillLevels.map((value) => ({ value, label: skill(value) }));
  return (
    <Fold label={t("open")}>
      <ActionForm
        key={platform.version}
        action={enrolPromotionAction}
        tenant={tenant}
        hidden={{ platformId: platform.id }}
        submitLabel={t("submit")}
        successMessage={t("done")}
      >
        <TextField name="title" label={t("title")} hint={t("titleHint")} required maxLength={100} />
        <div className="grid grid-cols-2 gap-3">
          <SelectField name="fromLevel" label={t("from")} required options={options.slice(0, -1)} />
          <SelectField name="toLevel" label={t("to")} required options={options.slice(1)} />
        </div>
        <TextField name="people" label={t("people")} inputMode="numeric" required />
        <DateField
          name="on"
          label={t("on")}
          required
          max={platform.today}
          defaultValue={platform.today}
        />
      </ActionForm>
    </Fold>
  );
}
