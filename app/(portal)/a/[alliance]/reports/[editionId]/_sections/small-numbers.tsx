import { getTranslations } from "next-intl/server";
import { SmallNumbers } from "@/components/reports/small-numbers";
import { Panel } from "@/components/ui/panel";
import type { EditionInside } from "@/lib/features/reports/schema/editions";

type Props = { alliance: string; editionId: string; inside: EditionInside };

/** What whoever publishes has to look at first: the open ones before those that somebody let stand. */
export async function SmallNumbersPanel({ alliance, editionId, inside }: Props) {
  const t = await getTranslations("reports");
  const { smallNumbers, may } = inside;
  if (smallNumbers.length === 0) return null;
  const open = smallNumbers.filter(({ confirmed }) => confirmed === null);
  return (
    <Panel title={t("small.title", { count: open.length })}>
      <p className="mb-2 text-sm text-muted">{t("small.hint")}</p>
      <SmallNumbers
        tenant={alliance}
        editionId={editionId}
        numbers={[...open, ...smallNumbers.filter(({ confirmed }) => confirmed !== null)]}
        mayConfirm={may.confirm}
      />
    </Panel>
  );
}
