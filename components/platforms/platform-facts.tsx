import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { PlatformView } from "@/lib/features/platforms/schema/platforms";
import { formatCount, formatDay, nothing } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import { Facts } from "../ui/facts";
import { Timeline } from "../ui/timeline";
import { Value } from "./value";

type Props = { platform: PlatformView; base: string };

export function PlatformFacts({ platform, base }: Props) {
  const t = useTranslations("platforms");
  const { host, college, agreements } = platform;
  return (
    <Facts
      items={[
        { label: t("field.kind"), value: t(`kind.${platform.kind}`) },
        { label: t("field.level"), value: t(`level.${platform.level ?? "none"}`) },
        {
          label: t("field.host"),
          value: host ? <Link href={`/organizations/${host.id}`}>{host.name}</Link> : nothing,
        },
        {
          label: t("field.college"),
          value: college ? (
            <Link href={`${base}/colleges/${college.id}`}>{college.name}</Link>
          ) : (
            nothing
          ),
        },
        {
          label: t("field.place"),
          value: platform.place ? t(`place.${platform.place}`) : nothing,
        },
        { label: t("field.shared"), value: platform.shared ? t("yes") : t("no") },
        { label: t("field.equipment"), value: <Value yuan={platform.equipmentValue} /> },
        ...agreements.map(({ id, title }) => ({
          label: t("field.agreements"),
          value: <Link href={`${base}/agreements/${id}`}>{title}</Link>,
        })),
        { label: t("field.summary"), value: platform.summary ?? nothing },
      ]}
    />
  );
}

const tones = { pending: "attention", confirmed: "ok", declined: "problem" } as const;

export function PlatformParties({ platform }: Pick<Props, "platform">) {
  const t = useTranslations("platforms");
  return (
    <ul className="flex flex-col gap-2">
      {platform.members.map(({ id, name, role, duty, state }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link href={`/organizations/${id}`}>{name}</Link>
          <span className="text-muted">
            {duty ? `${t(`role.${role}`)} · ${duty}` : t(`role.${role}`)}
          </span>
          <Badge tone={tones[state]}>{t(`partyState.${state}`)}</Badge>
        </li>
      ))}
    </ul>
  );
}

export function Levels({ platform, tenant }: { platform: PlatformView; tenant: string }) {
  const t = useTranslations("platforms");
  const locale = useLocale();
  if (platform.recognitions.length === 0) return <p className="text-muted">{t("noLevels")}</p>;
  return (
    <Timeline
      items={platform.recognitions.map(({ level, recognisedOn, approver, documentNo, file }) => ({
        at: formatDay(recognisedOn, locale),
        title: `${t(`level.${level}`)} · ${approver}`,
        body: (documentNo || file) && (
          <span className="flex flex-wrap gap-x-3">
            {documentNo}
            {file && <a href={`/api/files/${tenant}/${file.id}`}>{file.name}</a>}
          </span>
        ),
      }))}
    />
  );
}

export function PlatformHistory({ events }: { events: PlatformView["events"] }) {
  const t = useTranslations("platforms");
  const locale = useLocale();
  if (events.length === 0) return <p className="text-muted">{t("noSteps")}</p>;
  return (
    <Timeline
      items={events.map(({ state, on, note }) => ({
        at: formatDay(on, locale),
        title: t(`state.${state}`),
        body: note,
      }))}
    />
  );
}

/** 八级工: the lowest first; a level that nobody entered is not zero. */
export function Ladder({ platform }: Pick<Props, "platform">) {
  const t = useTranslations("platforms");
  const locale = useLocale();
  if (platform.ladder.length === 0) return <p className="text-muted">{t("noLadder")}</p>;
  return (
    <Facts
      items={platform.ladder.map(({ level, holders }) => ({
        label: t(`skill.${level}`),
        value: formatCount(holders, locale),
      }))}
    />
  );
}
