import { getLocale, getTranslations } from "next-intl/server";
import { Errata } from "@/components/minutes/errata";
import { ApproveErratum, ProposeErratum } from "@/components/minutes/erratum-forms";
import { PaperForm } from "@/components/minutes/paper-form";
import { SignForm } from "@/components/minutes/sign-form";
import { Signatures } from "@/components/minutes/signatures";
import { MinutesSteps } from "@/components/minutes/steps";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import type { MinutesPage, MinutesView } from "@/lib/features/minutes/schema";
import { loadResolutions } from "@/lib/features/resolutions/loaders";
import { formatDay, formatInstant, nothing } from "@/lib/i18n/format";

type Props = { alliance: string; meeting: MinutesPage["meeting"]; minutes: MinutesView };

const instant = (text: string | null) => (text ? new Date(text) : null);

/** State, next step, signatures and corrections. */
export async function MinutesSide({ alliance, meeting, minutes }: Props) {
  const [t, r, locale] = await Promise.all([
    getTranslations("minutes"),
    getTranslations("resolutions"),
    getLocale(),
  ]);
  const { may } = minutes;
  const open = minutes.errata.filter(({ approvedAt }) => approvedAt === null);
  const asks = may.confirm && (minutes.confirm === "next_meeting" || open.length > 0);
  const decided = asks
    ? (await loadResolutions(alliance, { body: meeting.body.id, pageSize: 100 })).items
    : [];
  const resolutions = decided.map(({ id, year, number, title, body }) => ({
    value: id,
    label: `${r("code", { body: body.name, year: String(year), number: String(number) })} ${title}`,
  }));
  const approves = open.filter(({ kind }) =>
    kind === "clerical" ? may.approveClerical : may.correct,
  );
  const code =
    minutes.number !== null && minutes.year !== null
      ? t("code", { year: String(minutes.year), number: String(minutes.number) })
      : nothing;
  return (
    <>
      <Panel>
        <div className="flex flex-col gap-4">
          <Facts
            items={[
              { label: t("number"), value: code },
              {
                label: t("rule"),
                value: t(`confirmBy.${minutes.confirm}`, { needed: minutes.signaturesNeeded }),
              },
              { label: t("objectUntil"), value: formatDay(minutes.objectUntil, locale) },
              {
                label: t("confirmedAt"),
                value: formatInstant(instant(minutes.confirmedAt), locale),
              },
              {
                label: t("publishedAt"),
                value: formatInstant(instant(minutes.publishedAt), locale),
              },
            ]}
          />
          {minutes.sha256 && (
            <p className="text-sm break-all text-muted">
              {t("sha256")} {minutes.sha256} {minutes.intact && t("intact")}
            </p>
          )}
          <MinutesSteps tenant={alliance} minutes={minutes} resolutions={resolutions} />
          {may.archive && (
            <p className="text-sm">
              <a href={`/api/archives/${alliance}/${meeting.id}`}>{t("archive")}</a>
              <span className="block text-muted">{t("archiveHint")}</span>
            </p>
          )}
        </div>
      </Panel>
      {!minutes.publicOnly && (
        <Panel title={t("signature.title")}>
          <div className="flex flex-col gap-4">
            <Signatures tenant={alliance} minutesId={minutes.id} signatures={minutes.signatures} />
            {may.sign && (
              <SignForm tenant={alliance} minutesId={minutes.id} version={minutes.version} />
            )}
            {may.recordPaper && <PaperForm tenant={alliance} minutes={minutes} />}
          </div>
        </Panel>
      )}
      {(may.correct || minutes.errata.length > 0) && (
        <Panel title={t("erratum.title")}>
          <div className="flex flex-col gap-4">
            <Errata base={`/a/${alliance}`} errata={minutes.errata} />
            {approves.map((erratum) => (
              <ApproveErratum
                key={erratum.id}
                tenant={alliance}
                erratum={erratum}
                resolutions={resolutions}
              />
            ))}
            {may.correct && <ProposeErratum tenant={alliance} paragraphs={minutes.paragraphs} />}
          </div>
        </Panel>
      )}
    </>
  );
}
