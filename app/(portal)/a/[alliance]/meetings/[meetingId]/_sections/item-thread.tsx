import { getTranslations } from "next-intl/server";
import { DecisionThread } from "@/components/resolutions/decision-thread";
import type { Thread } from "@/lib/features/resolutions/schema";

type Props = { alliance: string; threads: readonly Thread[]; itemId: string };

/** Where an item came from and what became of it, once it was voted on. */
export async function ItemThread({ alliance, threads, itemId }: Props) {
  const t = await getTranslations("resolutions.thread");
  const thread = threads.find(({ item }) => item.id === itemId);
  if (!thread) return null;
  return (
    <details className="print:hidden">
      <summary className="cursor-pointer py-1 text-sm">{t("title")}</summary>
      <DecisionThread base={`/a/${alliance}`} thread={thread} here="item" />
    </details>
  );
}
