import { getTranslations } from "next-intl/server";
import { MinutesWaiting } from "@/components/minutes/waiting";
import { FollowUpList } from "@/components/resolutions/follow-up-list";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { loadMinutes } from "@/lib/features/minutes/loaders";
import { loadFollowUp } from "@/lib/features/resolutions/loaders";

/** After a meeting its minutes; before it, what became of the body's resolutions, which is its first item. */
export async function Aftermath({ alliance, meetingId }: { alliance: string; meetingId: string }) {
  const [t, r, c, page] = await Promise.all([
    getTranslations("minutes"),
    getTranslations("resolutions.followUp"),
    getTranslations("common"),
    loadMinutes(alliance, { meetingId }),
  ]);
  const base = `/a/${alliance}`;
  const { minutes } = page;
  if (!page.due.ended) {
    const { items } = await loadFollowUp(alliance, { bodyId: page.meeting.body.id });
    return (
      <Panel title={r("title")} description={r("description")}>
        <FollowUpList base={base} items={items} />
      </Panel>
    );
  }
  const waits = !minutes || (minutes.waiting.on !== "nobody" && !minutes.publicOnly);
  return (
    <Panel
      title={t("title")}
      actions={
        <ButtonLink href={`${base}/meetings/${meetingId}/minutes`}>
          {minutes || !page.mayDraft ? t("title") : t("step.draft")}
        </ButtonLink>
      }
    >
      <p className="flex flex-wrap items-center gap-2">
        {minutes ? <Badge>{t(`state.${minutes.state}`)}</Badge> : t("none")}
        {waits && (
          <span className="text-sm">
            <span className="text-muted">{c("waitingFor")}</span> <MinutesWaiting page={page} />
          </span>
        )}
      </p>
    </Panel>
  );
}
