import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import {
  AssignForm,
  RatifyForm,
  ReleaseForm,
  SendBackForm,
  StepForm,
} from "@/components/evaluations/round-forms";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { Timeline } from "@/components/ui/timeline";
import type { RoundView } from "@/lib/features/evaluations/schema/rounds";
import { formatDay, formatInstant, nothing } from "@/lib/i18n/format";

type Props = { tenant: string; round: RoundView };

function RoundFacts({ tenant, round }: Props) {
  const t = useTranslations("evaluations");
  const locale = useLocale();
  const { scheme, resolution } = round;
  return (
    <Facts
      items={[
        {
          label: t("scheme"),
          value: (
            <Link href={`/a/${tenant}/evaluations/schemes/${scheme.id}`}>
              {scheme.name} {t("schemes.edition", { n: scheme.edition })}
            </Link>
          ),
        },
        { label: t("due"), value: formatDay(round.selfDueOn, locale) },
        { label: t("measured"), value: formatInstant(round.measuredAt, locale) },
        { label: t("until"), value: formatDay(round.objectionUntil, locale) },
        {
          label: t("resolution"),
          value: resolution ? (
            <Link href={`/a/${tenant}/decisions/${resolution.id}`}>{resolution.title}</Link>
          ) : (
            nothing
          ),
        },
        { label: t("conclusion"), value: round.conclusion ?? nothing },
      ]}
    />
  );
}

/** What may be done now, who judges, and how it came here. */
export function RoundSide({ tenant, round }: Props) {
  const t = useTranslations("evaluations");
  const locale = useLocale();
  const { may } = round;
  const form = { tenant, round };
  return (
    <>
      {may.step && (
        <Panel title={t("stepPanel")}>
          <StepForm {...form} />
        </Panel>
      )}
      {(may.ratify || may.ratifyBlocked) && (
        <Panel title={t("ratify")}>
          <div className="flex flex-col gap-3">
            {may.ratifyBlocked ? (
              <Notice tone="attention">{t("ratifyBlocked")}</Notice>
            ) : (
              <RatifyForm {...form} />
            )}
            <Link href={`/a/${tenant}/meetings/proposals`}>{t("proposeItem")}</Link>
          </div>
        </Panel>
      )}
      {may.sendBack && (
        <Panel title={t("declined")}>
          <SendBackForm {...form} />
        </Panel>
      )}
      {(may.assign || round.experts.length > 0) && (
        <Panel title={t("experts")}>
          <div className="flex flex-col gap-3">
            {round.experts.length > 0 && (
              <ul className="list-disc pl-5">
                {round.experts.map((one) => (
                  <li key={one.personId}>
                    {t("expertLine", one)}
                    {may.assign && one.assigned > one.recused + one.sheets && (
                      <ReleaseForm {...form} one={one} />
                    )}
                  </li>
                ))}
              </ul>
            )}
            {may.assign && round.candidates.length > 0 && <AssignForm {...form} />}
          </div>
        </Panel>
      )}
      <Panel title={t("facts")}>
        <RoundFacts {...form} />
      </Panel>
      {round.events.length > 0 && (
        <Panel title={t("events")}>
          <Timeline
            items={round.events.map((event) => ({
              at: formatInstant(event.createdAt, locale),
              title: t(`state.${event.state}`),
              ...(event.note && { body: event.note }),
            }))}
          />
        </Panel>
      )}
    </>
  );
}
