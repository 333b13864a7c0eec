import { useTranslations } from "next-intl";
import {
  NextEditionForm,
  PublishForm,
  UpdateSchemeForm,
} from "@/components/evaluations/scheme-forms";
import { plain } from "@/components/evaluations/use-sentence";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { SchemeView } from "@/lib/features/evaluations/schema/schemes";

type Props = { tenant: string; scheme: SchemeView };

/** What keeps it from being published, and what may be done with it. */
export function SchemeSteps({ tenant, scheme }: Props) {
  const t = useTranslations("evaluations.schemes");
  const { may, faults, state } = scheme;
  const form = { tenant, scheme };
  return (
    <>
      {state === "draft" && (
        <Panel title={t("checks")}>
          <div className="flex flex-col gap-3">
            {faults.length === 0 ? (
              <p>{t("whole")}</p>
            ) : (
              <ul className="list-disc pl-5">
                {faults.map(({ fault, code, sum }) => (
                  <li key={`${fault}${code}`}>{t(`fault.${fault}`, { code, sum: plain(sum) })}</li>
                ))}
              </ul>
            )}
            {may.publishBlocked && <Notice tone="attention">{t("publishBlocked")}</Notice>}
            {may.publish && <PublishForm {...form} />}
          </div>
        </Panel>
      )}
      {may.next && (
        <Panel title={t("next")}>
          <NextEditionForm {...form} />
        </Panel>
      )}
      {may.write && (
        <Panel title={t("edit")}>
          <UpdateSchemeForm {...form} />
        </Panel>
      )}
    </>
  );
}
