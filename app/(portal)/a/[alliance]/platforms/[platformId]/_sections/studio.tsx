import { getTranslations } from "next-intl/server";
import { Ladder } from "@/components/platforms/platform-facts";
import { LadderForm } from "@/components/platforms/platform-steps";
import { Promotions } from "@/components/platforms/promotions";
import { Panel } from "@/components/ui/panel";
import type { PlatformView } from "@/lib/features/platforms/schema/platforms";

/** What a master's studio has beside other platforms: its people on the eight levels, and how they climb them. */
export async function StudioSection(form: { tenant: string; platform: PlatformView }) {
  const { platform } = form;
  if (platform.kind !== "master_studio") return null;
  const t = await getTranslations("platforms");
  return (
    <>
      <Panel title={t("ladder")}>
        {platform.may.edit ? <LadderForm {...form} /> : <Ladder platform={platform} />}
      </Panel>
      <Panel title={t("promotion.title")} description={t("promotion.hint")}>
        <Promotions {...form} />
      </Panel>
    </>
  );
}
