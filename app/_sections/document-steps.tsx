import { getTranslations } from "next-intl/server";
import {
  AdoptForm,
  NextVersionForm,
  PublishForm,
  RepealForm,
  WithdrawDocumentForm,
} from "@/components/documents/document-forms";
import { ClientMessages } from "@/components/layout/client-messages";
import { Panel } from "@/components/ui/panel";
import type { DocumentState } from "@/lib/features/documents/types";
import { today } from "@/lib/platform/clock";

type Props = {
  alliance: string;
  document: { id: string; revision: number; state: DocumentState; published: boolean };
};

/** What the secretariat can do with a document in its state. */
export async function DocumentSteps({ alliance, document }: Props) {
  const t = await getTranslations("documents.view");
  const given = { tenant: alliance, document: { id: document.id, revision: document.revision } };
  if (document.state === "withdrawn") return null;
  return (
    <ClientMessages namespaces={["documents"]}>
      {document.state === "draft" ? (
        <>
          <Panel title={t("adopt")} description={t("adoptHint")}>
            <AdoptForm {...given} today={today()} />
          </Panel>
          <Panel title={t("withdraw")}>
            <WithdrawDocumentForm {...given} />
          </Panel>
        </>
      ) : (
        <>
          <Panel
            title={document.published ? t("unpublish") : t("publish")}
            description={t("publishHint")}
          >
            <PublishForm {...given} published={document.published} />
          </Panel>
          {document.state === "adopted" && (
            <Panel title={t("nextVersion")}>
              <NextVersionForm {...given} />
              <details className="mt-4 border-t border-line pt-4">
                <summary className="cursor-pointer text-sm text-accent">{t("repeal")}</summary>
                <div className="pt-3">
                  <RepealForm {...given} />
                </div>
              </details>
            </Panel>
          )}
        </>
      )}
    </ClientMessages>
  );
}
