import { getTranslations } from "next-intl/server";
import { AddEquipmentForm, EquipmentList } from "@/components/platforms/equipment";
import { Panel } from "@/components/ui/panel";
import type { PlatformView } from "@/lib/features/platforms/schema/platforms";

/** What is there, and the form of those who keep its record. */
export async function EquipmentSection(form: { tenant: string; platform: PlatformView }) {
  const { platform } = form;
  const t = await getTranslations("platforms");
  return (
    <Panel title={t("equipment")}>
      <div className="flex flex-col gap-4">
        <EquipmentList {...form} />
        {platform.may.edit && (
          <details>
            <summary className="cursor-pointer text-accent">{t("equipmentForm.submit")}</summary>
            <div className="max-w-md pt-3">
              <AddEquipmentForm {...form} />
            </div>
          </details>
        )}
      </div>
    </Panel>
  );
}
