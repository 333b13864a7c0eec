import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { ItemView, RecusalView } from "@/lib/features/meetings/schema/live";
import type { ItemState } from "@/lib/features/meetings/types";
import { EffectWords } from "./effect-words";

const tones: Record<ItemState, BadgeTone> = {
  planned: "neutral",
  open: "attention",
  decided: "decided",
  heard: "ok",
  deferred: "attention",
  withdrawn: "neutral",
  referred_up: "attention",
};

export function ItemBadge({ state }: { state: ItemState }) {
  const t = useTranslations("meetings.itemState");
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}

/** Its papers, or why they are shut. */
export function Papers({
  tenant,
  item,
  download,
}: {
  tenant: string;
  item: ItemView;
  download: boolean;
}) {
  const t = useTranslations("meetings.papers");
  if (item.paperCount === 0) return <p className="text-sm text-muted">{t("none")}</p>;
  if (item.closed)
    return <p className="text-sm text-attention">{t("closed", { count: item.paperCount })}</p>;
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {item.papers.map((paper) => (
        <li key={paper.id} className="break-words">
          {download ? (
            <a href={`/api/files/${tenant}/${paper.fileId}`} className="inline-block min-h-6">
              {paper.title}
            </a>
          ) : (
            paper.title
          )}{" "}
          <span className="text-muted tabular-nums">
            {t("size", { size: Math.ceil(paper.size / 1024) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

const open = ["suggested", "challenged", "declared", "recused"];

/** Who steps back, and whose answer is missing. */
export function Conflicts({ recusals }: { recusals: readonly RecusalView[] }) {
  const t = useTranslations("meetings.recusal");
  const shown = recusals.filter((one) => open.includes(one.state));
  if (shown.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {shown.map((one) => (
        <li key={one.seatId}>
          {t("line", {
            number: one.number,
            holder: one.holderName,
            state: t(`state.${one.state}`),
            source: t(`source.${one.source}`),
          })}
        </li>
      ))}
    </ul>
  );
}

type Props = {
  tenant: string;
  items: readonly ItemView[];
  download: boolean;
  children?: (item: ItemView) => ReactNode;
};

export function AgendaList({ tenant, items, download, children }: Props) {
  const t = useTranslations("meetings");
  const matter = useTranslations("bodies.matter");
  return (
    <ol className="flex flex-col divide-y divide-line">
      {items.map((item, index) => (
        <li
          key={item.id}
          id={`item-${index + 1}`}
          className="flex flex-col gap-2 py-4 first:pt-0 last:pb-0"
        >
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h3 className="font-semibold break-words">
              {index + 1}. {item.title}
            </h3>
            <ItemBadge state={item.state} />
            {item.partyPrior && <Badge>{t("item.partyPrior")}</Badge>}
            {item.guarded && <Badge tone="attention">{t("agendaForm.guarded")}</Badge>}
          </div>
          <p className="text-sm text-muted">
            {[
              t(`itemKind.${item.kind}`),
              item.matter && matter(item.matter),
              item.proposer && t("agendaForm.by", { name: item.proposer }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
          {item.explanation && (
            <p className="max-w-prose whitespace-pre-line">{item.explanation}</p>
          )}
          <EffectWords subject={item.effectSubject} />
          <Papers tenant={tenant} item={item} download={download} />
          <Conflicts recusals={item.recusals} />
          {children?.(item)}
        </li>
      ))}
    </ol>
  );
}
