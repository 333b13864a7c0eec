"use client";

import { useTranslations } from "next-intl";
import { addEquipmentAction, retireEquipmentAction } from "@/lib/features/platforms/actions";
import type { PlatformView } from "@/lib/features/platforms/schema/platforms";
import { ActionForm } from "../forms/action-form";
import { MoneyField, TextField } from "../forms/fields";
import { Value } from "./value";

type Props = { tenant: string; platform: PlatformView };

/** What is there, what it is worth, and when others may use it. */
export function EquipmentList({ tenant, platform }: Props) {
  const t = useTranslations("platforms");
  if (platform.equipment.length === 0) return <p className="text-muted">{t("noEquipment")}</p>;
  return (
    <ul className="flex flex-col divide-y divide-line">
      {platform.equipment.map((one) => (
        <li key={one.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
          <div>
            <p className="font-medium">{one.name}</p>
            <p className="text-muted">
              {t("equipmentLine", { count: one.count })} · {one.openHours ?? t("closedHours")}
            </p>
          </div>
          <div className="flex items-center gap-3">
            <Value yuan={one.value} />
            {platform.may.edit && (
              <ActionForm
                action={retireEquipmentAction}
                tenant={tenant}
                hidden={{ platformId: platform.id, equipmentId: one.id }}
                submitLabel={t("equipmentForm.retire")}
                submitVariant="quiet"
                confirmLabel={t("equipmentForm.confirm", { name: one.name })}
                successMessage={t("equipmentForm.retired")}
              />
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

export function AddEquipmentForm({ tenant, platform }: Props) {
  const t = useTranslations("platforms.equipmentForm");
  return (
    <ActionForm
      key={platform.version}
      action={addEquipmentAction}
      tenant={tenant}
      hidden={{ platformId: platform.id }}
      submitLabel={t("submit")}
      successMessage={t("done")}
    >
      <TextField name="name" label={t("name")} required maxLength={200} />
      <div className="grid grid-cols-2 gap-3">
        <TextField name="count" label={t("count")} required inputMode="numeric" defaultValue="1" />
        <MoneyField name="value" label={t("value")} required />
      </div>
      <TextField
        name="openHours"
        label={t("openHours")}
        hint={t("openHoursHint")}
        maxLength={200}
      />
    </ActionForm>
  );
}
