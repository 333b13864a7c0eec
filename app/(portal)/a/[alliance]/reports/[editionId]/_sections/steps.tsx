import { getTranslations } from "next-intl/server";
import {
  ApproveForm,
  PublishForm,
  SendBackForm,
  SignForms,
  StepForms,
  SubmitForm,
} from "@/components/reports/life-forms";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { EditionInside, EditionView } from "@/lib/features/reports/schema/editions";
import { loadResolutions } from "@/lib/features/resolutions/loaders";

type Props = { alliance: string; edition: EditionView; inside: EditionInside };

/** The side of the record: what the reader can do next. */
export async function EditionSteps({ alliance, edition, inside }: Props) {
  const { may } = inside;
  const [t, r, resolutions] = await Promise.all([
    getTranslations("reports"),
    getTranslations("resolutions"),
    may.approve ? loadResolutions(alliance, { pageSize: 100 }) : undefined,
  ]);
  const form = { tenant: alliance, edition, inside };
  const fitting = (resolutions?.items ?? [])
    .filter(({ title }) => title.includes(edition.title))
    .map(({ id, title, body, year, number, adoptedOn }) => ({
      value: id,
      // Two votes on one report are of one title: number and day tell which is which.
      label: `${r("code", { body: body.name, year: String(year), number: String(number) })} · ${adoptedOn} · ${title}`,
    }));
  const some = may.steps.length + may.sign.length > 0 || may.approve || may.submit || may.publish;
  return (
    <>
      {some && (
        <Panel title={t("next")}>
          <div key={edition.version} className="flex flex-col gap-3">
            <StepForms {...form} />
            <SignForms {...form} />
            {may.approve && <ApproveForm {...form} resolutions={fitting} />}
            {may.submit && <SubmitForm {...form} />}
            {may.publish && <PublishForm {...form} />}
          </div>
        </Panel>
      )}
      {may.signBlocked && <Notice tone="attention">{t("signBlocked")}</Notice>}
      {may.sendBack && (
        <Panel title={t("sendBack")}>
          <SendBackForm {...form} />
        </Panel>
      )}
    </>
  );
}
