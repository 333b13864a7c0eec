import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { LiveMeeting } from "@/lib/features/meetings/schema/live";

/** One line, red or green: you may vote, or you may not, because. */
export function ReadyLine({ meeting }: { meeting: LiveMeeting }) {
  const t = useTranslations("meetings.obstacle");
  const { obstacle } = meeting;
  return obstacle ? (
    <Notice tone="problem" title={t("not", { reason: t(obstacle) })} />
  ) : (
    <Notice tone="ok" title={t("ready")} />
  );
}
