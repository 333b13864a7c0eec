import { getTranslations } from "next-intl/server";
import { Panel } from "@/components/ui/panel";
import { loadMinutes } from "@/lib/features/minutes/loaders";
import { loadThreads } from "@/lib/features/resolutions/loaders";

type Props = { alliance: string; meetingId: string };

/** The papers of the meeting as files: notice, attendance, votes, minutes, resolutions, and all of them as one package. */
export async function Papers({ alliance, meetingId }: Props) {
  const [t, r, page, threads] = await Promise.all([
    getTranslations("minutes"),
    getTranslations("resolutions"),
    loadMinutes(alliance, { meetingId }),
    loadThreads(alliance, { meetingId }),
  ]);
  const { meeting, minutes, mayArchive } = page;
  if (meeting.state === "draft") return null;
  const of = (kind: string) => `/api/documents/${kind}/${alliance}/${meetingId}`;
  const resolutions = threads.items.flatMap(({ resolution }) => resolution ?? []);
  const links = [
    { href: of("notices"), label: t("papers.notice") },
    ...(mayArchive ? [{ href: of("sign-in"), label: t("papers.signIn") }] : []),
    ...(mayArchive && page.due.ended ? [{ href: of("ballots"), label: t("papers.ballots") }] : []),
    ...(minutes && !minutes.publicOnly
      ? [{ href: of("minutes"), label: t("papers.minutes") }]
      : []),
    ...resolutions.map(({ id, body, year, number }) => ({
      href: `/api/documents/resolutions/${alliance}/${id}`,
      label: r("code", { body: body.name, year: String(year), number: String(number) }),
    })),
    ...(mayArchive && page.due.ended
      ? [{ href: `/api/archives/${alliance}/${meetingId}`, label: t("archive") }]
      : []),
  ];
  return (
    <Panel title={t("papers.title")} description={t("papers.hint")}>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href} className="inline-block min-h-6">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
