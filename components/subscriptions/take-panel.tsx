import { useTranslations } from "next-intl";
import { Panel } from "../ui/panel";
import { useFilterWords } from "./filter-words";
import { TakeForm } from "./subscription-forms";

/** What would be sent, in words, and how often. */
export function TakePanel({
  tenant,
  filters,
  organization,
}: {
  tenant: string;
  filters: Readonly<Record<string, string>>;
  organization: string | null;
}) {
  const t = useTranslations("subscriptions");
  const words = useFilterWords();
  return (
    <Panel title={t("whatTitle")} description={t("change")}>
      <p className="mb-3">{words(filters, organization)}</p>
      <TakeForm tenant={tenant} filters={filters} />
    </Panel>
  );
}
