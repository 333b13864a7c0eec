import { getTranslations } from "next-intl/server";
import { UseTemplateForm } from "@/components/platforms/components";
import { EditPlatformForm } from "@/components/platforms/platform-forms";
import {
  AnswerForms,
  RecogniseForm,
  StepPlatformForm,
} from "@/components/platforms/platform-steps";
import { Panel } from "@/components/ui/panel";
import { loadColleges } from "@/lib/features/colleges/loaders";
import type { PlatformView } from "@/lib/features/platforms/schema/platforms";

type Props = { alliance: string; platform: PlatformView };

/** What the reader may do: answer as a party, keep the record, recognise. */
export async function PlatformSide({ alliance, platform }: Props) {
  const t = await getTranslations("platforms");
  const colleges = platform.may.edit ? (await loadColleges(alliance, { pageSize: 100 })).items : [];
  const form = { tenant: alliance, platform };
  return (
    <div className="flex flex-col gap-4">
      {platform.members.some(({ mayAnswer }) => mayAnswer) && (
        <Panel>
          <AnswerForms {...form} />
        </Panel>
      )}
      {platform.may.edit && (
        <Panel title={t("step")}>
          <StepPlatformForm {...form} />
        </Panel>
      )}
      {platform.may.recognise && (
        <Panel title={t("recognise")}>
          <RecogniseForm {...form} />
        </Panel>
      )}
      {platform.may.edit && (
        <>
          {platform.components.length === 0 && (
            <Panel title={t("components")} description={t("useTemplateHint")}>
              <UseTemplateForm {...form} />
            </Panel>
          )}
          <details>
            <summary className="cursor-pointer pb-3 text-accent">{t("edit")}</summary>
            <Panel>
              <EditPlatformForm
                key={platform.version}
                {...form}
                colleges={colleges.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Panel>
          </details>
        </>
      )}
    </div>
  );
}
