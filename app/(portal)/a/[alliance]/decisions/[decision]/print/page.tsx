import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PaperTools } from "@/components/layout/paper-tools";
import { bodyName } from "@/components/meetings/body-name";
import { OfficialPage } from "@/components/ui/official-page";
import { loadResolution } from "@/lib/features/resolutions/loaders";
import { getResolutionInput } from "@/lib/features/resolutions/schema";
import { formatDay } from "@/lib/i18n/format";

type Props = { params: Promise<{ alliance: string; decision: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("resolutions"))("print.page") };
}

export default async function PrintedResolution({ params }: Props) {
  const { alliance, decision } = await params;
  const input = getResolutionInput.safeParse({ resolutionId: decision });
  if (!input.success) notFound();
  const [t, locale, resolution] = await Promise.all([
    getTranslations("resolutions"),
    getLocale(),
    loadResolution(alliance, input.data),
  ]);
  const body = bodyName(resolution.body, locale);
  const day = formatDay(resolution.adoptedOn, locale);
  const { year, number, title, text, effectiveFrom } = resolution;
  return (
    <>
      <PaperTools href={`/a/${alliance}/decisions/${decision}`} back={title} />
      <OfficialPage
        title={title}
        number={t("code", { body, year: String(year), number: String(number) })}
        subtitle={t("print.adopted", { day, body })}
        paragraphs={[text, t("print.effective", { day: formatDay(effectiveFrom, locale) })]}
        closing={[body, t("print.seal"), day]}
      />
    </>
  );
}
