import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { CollegeView } from "@/lib/features/colleges/schema/colleges";
import { formatDay, nothing } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import { type Fact, Facts } from "../ui/facts";
import { ModeBadge } from "./badges";

type Props = { college: CollegeView; base: string };

const several = (links: readonly { id: string; label: string; href: string }[]) =>
  links.length === 0 ? (
    nothing
  ) : (
    <ul className="flex flex-col">
      {links.map(({ id, label, href }) => (
        <li key={id}>
          <Link href={href}>{label}</Link>
        </li>
      ))}
    </ul>
  );

function useEstablished({ establishedOn, establishedYear }: CollegeView): string {
  const t = useTranslations("colleges");
  const locale = useLocale();
  if (establishedOn) return formatDay(establishedOn, locale);
  return establishedYear ? t("year", { year: String(establishedYear) }) : nothing;
}

/** Agreements, projects, classes and the decision: for those inside. */
function useInside({ college, base }: Props): Fact[] {
  const t = useTranslations("colleges");
  const { inside, resolution } = college;
  if (!inside) return [];
  return [
    {
      label: t("field.resolution"),
      value: resolution ? (
        <Link href={`${base}/decisions/${resolution.id}`}>{resolution.title}</Link>
      ) : (
        nothing
      ),
    },
    {
      label: t("field.agreements"),
      value: several(
        inside.agreements.map(({ id, title }) => ({
          id,
          label: title,
          href: `${base}/agreements/${id}`,
        })),
      ),
    },
    {
      label: t("field.projects"),
      value: several(
        inside.projects.map(({ id, name }) => ({
          id,
          label: name,
          href: `${base}/projects/${id}`,
        })),
      ),
    },
    {
      label: t("field.classes"),
      value:
        inside.classes.length === 0 ? nothing : inside.classes.map(({ name }) => name).join(" · "),
    },
  ];
}

export function CollegeFacts({ college, base }: Props) {
  const t = useTranslations("colleges");
  const established = useEstablished(college);
  const inside = useInside({ college, base });
  const { board, school } = college;
  return (
    <Facts
      items={[
        { label: t("field.kind"), value: t(`kind.${college.kind}`) },
        { label: t("field.level"), value: t(`level.${college.level ?? "none"}`) },
        { label: t("field.ownership"), value: t(`ownership.${college.ownership}`) },
        {
          label: t("field.mode"),
          value: (
            <span className="flex flex-col items-start gap-1">
              <ModeBadge mode={college.mode} />
              <span className="text-muted">{college.modeEvidence ?? t("noModeEvidence")}</span>
            </span>
          ),
        },
        {
          label: t("field.school"),
          value: <Link href={`/organizations/${school.id}`}>{school.name}</Link>,
        },
        { label: t("field.focus"), value: college.focus ?? nothing },
        {
          label: t("field.place"),
          value: (
            <span className="flex flex-wrap gap-2">
              {college.place ? t(`place.${college.place}`) : nothing} {college.placeNote}
              {college.remote && <Badge>{t("remote")}</Badge>}
            </span>
          ),
        },
        { label: t("field.established"), value: established },
        {
          label: t("field.board"),
          value: board ? (
            <Link href={`${base}/structure/bodies/${board.id}`}>{board.name}</Link>
          ) : (
            nothing
          ),
        },
        {
          label: t("field.platforms"),
          value: several(
            college.platforms.map(({ id, name }) => ({
              id,
              label: name,
              href: `${base}/platforms/${id}`,
            })),
          ),
        },
        ...inside,
        { label: t("field.summary"), value: college.summary ?? nothing },
      ]}
    />
  );
}
