"use client";

import { useTranslations } from "next-intl";
import { applyTemplateAction, updateComponentAction } from "@/lib/features/platforms/actions";
import type { PlatformView } from "@/lib/features/platforms/schema/platforms";
import { componentStates } from "@/lib/features/platforms/types";
import { ActionForm } from "../forms/action-form";
import { SelectField, TextField } from "../forms/fields";
import { OrganizationField } from "../organizations/organization-field";
import { Badge } from "../ui/badge";

type Props = { tenant: string; platform: PlatformView };
type Component = PlatformView["components"][number];

const tones = { open: "neutral", building: "attention", done: "ok" } as const;

function EditComponent({ tenant, platform, part }: Props & { part: Component }) {
  const t = useTranslations("platforms.componentForm");
  const s = useTranslations("platforms.componentState");
  return (
    <details>
      <summary className="min-h-8 cursor-pointer text-accent">{t("edit")}</summary>
      <ActionForm
        key={part.version}
        action={updateComponentAction}
        tenant={tenant}
        hidden={{ platformId: platform.id, componentId: part.id, version: part.version }}
        submitLabel={t("save")}
        submitVariant="secondary"
      >
        {part.name === null && <TextField name="name" label={t("name")} maxLength={100} />}
        <OrganizationField name="ownerId" label={t("owner")} defaultValue={part.owner} />
        <SelectField
          name="state"
          label={t("state")}
          required
          defaultValue={part.state}
          options={componentStates.map((value) => ({ value, label: s(value) }))}
        />
        <TextField
          name="evidence"
          label={t("evidence")}
          maxLength={500}
          defaultValue={part.evidence ?? undefined}
        />
      </ActionForm>
    </details>
  );
}

/** The checklist of ten; what the source does not name stands there without a name. */
export function ComponentList({ tenant, platform }: Props) {
  const t = useTranslations("platforms");
  return (
    <ol className="flex flex-col divide-y divide-line">
      {platform.components.map((part) => (
        <li key={part.id} className="flex flex-col gap-1 py-2">
          <p className="flex flex-wrap items-center gap-2">
            <span className="text-muted">
              {t(`component.${part.kind}`)} {part.ordinal}
            </span>
            <span className={part.name ? "font-medium" : "text-muted"}>
              {part.name ?? t("unnamed")}
            </span>
            <Badge tone={tones[part.state]}>{t(`componentState.${part.state}`)}</Badge>
          </p>
          {(part.owner || part.evidence) && (
            <p className="text-muted">
              {[part.owner?.name, part.evidence].filter(Boolean).join(" · ")}
            </p>
          )}
          {platform.may.edit && <EditComponent tenant={tenant} platform={platform} part={part} />}
        </li>
      ))}
    </ol>
  );
}

export function UseTemplateForm({ tenant, platform }: Props) {
  const t = useTranslations("platforms");
  return (
    <ActionForm
      action={applyTemplateAction}
      tenant={tenant}
      hidden={{ platformId: platform.id }}
      submitLabel={t("useTemplate")}
      submitVariant="secondary"
      successMessage={t("templateDone")}
    />
  );
}
