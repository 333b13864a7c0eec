import { useLocale, useTranslations } from "next-intl";
import type { ExitView } from "@/lib/features/memberships/schema/life";
import { formatDay } from "@/lib/i18n/format";
import { Facts } from "../ui/facts";
import { Notice } from "../ui/notice";
import { Panel } from "../ui/panel";
import { ExitChecklist } from "./exit-checklist";
import {
  CorrectionForm,
  DecideCorrectionForms,
  EndForm,
  NoticeForm,
  RevokeForm,
  WarnForm,
} from "./exit-forms";

type Props = { tenant: string; view: ExitView };

/** The notice with its date, what is open, and what can be done now. */
export function ExitPanel({ tenant, view }: Props) {
  const t = useTranslations("memberships.exit");
  const { exit, membership, today, may, items } = view;
  const base = { tenant, membershipId: membership.id, today };
  const open = exit?.state === "open";
  const over = membership.status === "ended";
  return (
    <>
      {exit && exit.state !== "revoked" && <NoticeFacts tenant={tenant} exit={exit} />}
      <Panel title={t("checklist")} description={t("checklistHint")}>
        <ExitChecklist items={items} />
      </Panel>
      {open && <OpenExit tenant={tenant} view={view} />}
      {!open && !over && (may.give || may.record) && (
        <Panel title={may.give ? t("give") : t("record")} description={t("giveHint")}>
          <NoticeForm {...base} paper={!may.give} />
        </Panel>
      )}
    </>
  );
}

function NoticeFacts({ tenant, exit }: { tenant: string; exit: NonNullable<ExitView["exit"]> }) {
  const t = useTranslations("memberships.exit");
  const locale = useLocale();
  return (
    <Panel title={t("notice")}>
      <Facts
        items={[
          { label: t("noticedOn"), value: formatDay(exit.noticedOn, locale) },
          { label: t("lastDay"), value: formatDay(exit.lastDay, locale) },
          { label: t("reason"), value: exit.reason },
          {
            label: t("letter"),
            value: exit.letterFileId ? (
              <a href={`/api/files/${tenant}/${exit.letterFileId}`}>{t("openLetter")}</a>
            ) : (
              t("inPortal")
            ),
          },
          { label: t("stateLabel"), value: t(`state.${exit.state}`) },
        ]}
      />
    </Panel>
  );
}

function OpenExit({ tenant, view }: Props) {
  const t = useTranslations("memberships.exit");
  const { exit, may, items } = view;
  if (!exit) return null;
  const step = { tenant, exitId: exit.id, version: exit.version };
  const blocked = items.some(({ blocking }) => blocking) && !exit.overridden;
  return (
    <Panel title={t("next")}>
      <div className="flex flex-col gap-3">
        {exit.overridden && <Notice tone="decided">{t("overridden")}</Notice>}
        {blocked && <Notice tone="attention">{t("blocked")}</Notice>}
        {may.end && exit.own && <p className="text-sm">{t("second")}</p>}
        {may.end && !exit.own && !blocked && <EndForm {...step} />}
        {may.give && <RevokeForm {...step} />}
      </div>
    </Panel>
  );
}

/** Warnings and the admission date: dated, and the date by two persons. */
export function CorrectionPanels({ tenant, view }: Props) {
  const t = useTranslations("memberships.exit");
  const locale = useLocale();
  const { membership, today, correction, corrections, may } = view;
  const base = { tenant, membershipId: membership.id, today };
  if (!may.correct) return null;
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Panel
        title={t("correctTitle")}
        description={t("correctHint", { day: formatDay(membership.since, locale) })}
      >
        {corrections.map((one) => (
          <p key={`${one.at} ${one.newFrom}`} className="mb-2 text-sm text-muted">
            {formatDay(one.oldFrom, locale)} → {formatDay(one.newFrom, locale)} · {one.reason}
          </p>
        ))}
        {correction ? (
          <div className="flex flex-col gap-3">
            <Notice
              tone="attention"
              title={`${formatDay(correction.oldFrom, locale)} → ${formatDay(correction.newFrom, locale)}`}
            >
              {correction.reason}
              {correction.own && ` ${t("second")}`}
            </Notice>
            <DecideCorrectionForms
              tenant={tenant}
              own={correction.own}
              correctionId={correction.id}
              version={correction.version}
            />
          </div>
        ) : (
          <CorrectionForm {...base} />
        )}
      </Panel>
      <Panel title={t("warn")} description={t("warnHint")}>
        <WarnForm {...base} />
      </Panel>
    </div>
  );
}
