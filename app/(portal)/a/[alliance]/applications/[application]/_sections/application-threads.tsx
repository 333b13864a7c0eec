import { getTranslations } from "next-intl/server";
import { DecisionThread } from "@/components/resolutions/decision-thread";
import { Panel } from "@/components/ui/panel";
import { loadThreads } from "@/lib/features/resolutions/loaders";

type Props = { alliance: string; applicationId: string };

/** What the meetings made of an application: one line per item that dealt with it. */
export async function ApplicationThreads({ alliance, applicationId }: Props) {
  const [t, { items }] = await Promise.all([
    getTranslations("resolutions.thread"),
    loadThreads(alliance, { applicationId }),
  ]);
  return items.map((thread) => (
    <Panel key={thread.item.id} title={t("title")}>
      <DecisionThread base={`/a/${alliance}`} thread={thread} here="application" openApplication />
    </Panel>
  ));
}
