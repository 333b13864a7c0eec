import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PaperTools } from "@/components/layout/paper-tools";
import { bodyName } from "@/components/meetings/body-name";
import { OfficialPage } from "@/components/ui/official-page";
import { loadMinutes } from "@/lib/features/minutes/loaders";
import { getMinutesInput } from "@/lib/features/minutes/schema";
import { formatInstant } from "@/lib/i18n/format";

type Props = { params: Promise<{ alliance: string; meetingId: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("minutes"))("print") };
}

export default async function PrintedMinutes({ params }: Props) {
  const { alliance, meetingId } = await params;
  const input = getMinutesInput.safeParse({ meetingId });
  if (!input.success) notFound();
  const [t, locale, { meeting, minutes }] = await Promise.all([
    getTranslations("minutes"),
    getLocale(),
    loadMinutes(alliance, input.data),
  ]);
  if (!minutes) notFound();
  const { year, number, confirmedAt, sha256 } = minutes;
  const body = bodyName(meeting.body, locale);
  const signed = minutes.signatures.flatMap((one) => (one.signedAt ? [one.personName] : []));
  const errata = minutes.errata.filter(({ approvedAt }) => approvedAt !== null);
  return (
    <>
      <PaperTools href={`/a/${alliance}/meetings/${meetingId}/minutes`} back={meeting.title} />
      <OfficialPage
        title={t("official.minutesTitle", { title: meeting.title })}
        number={
          year !== null && number !== null
            ? t("official.number", { body, year: String(year), number: String(number) })
            : t("official.draftNumber")
        }
        paragraphs={minutes.paragraphs.map(({ text }) => text)}
        closing={[
          ...(signed.length > 0 ? [t("official.signed") + signed.join(t("draft.and"))] : []),
          body,
          t("official.seal"),
          formatInstant(new Date(confirmedAt ?? meeting.heldAt), locale).slice(0, -6),
        ]}
        notes={[
          ...errata.map((one) =>
            t("official.erratum", {
              number: one.number,
              kind: t(`erratum.kind.${one.kind}`),
              old: one.oldText,
              new: one.newText,
              reason: one.reason,
            }),
          ),
          ...(sha256 ? [t("official.hash", { sha256 })] : []),
        ]}
      />
    </>
  );
}
