import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { z } from "zod";
import type { compositionOutput } from "@/lib/features/memberships/schema/register";
import type { MemberPosition } from "@/lib/features/memberships/types";
import { formatCount } from "@/lib/i18n/format";
import { addressWith } from "@/lib/kernel/address";
import { BarChart } from "../charts/bar-chart";
import { Badge } from "../ui/badge";
import { EmptyState } from "../ui/empty-state";
import { Panel } from "../ui/panel";

export type Composition = z.output<typeof compositionOutput>;
type Opens = (filter: Record<string, string>) => string;

/** The register behind a bar, on the same day: its total is the bar's number. */
export const registerOf =
  (slug: string, asOf: string | undefined): Opens =>
  (filter) =>
    addressWith(`/a/${slug}/members`, filter, { asOf });

export function CompositionCharts({
  figures,
  opens,
  positionWord,
}: {
  figures: Composition;
  opens: Opens;
  positionWord: (position: MemberPosition) => string;
}) {
  const t = useTranslations("memberships.composition");
  const o = useTranslations("organizations");
  const unit = t("unit");
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Panel>
        <BarChart
          title={t("byKind")}
          unit={unit}
          data={figures.byKind
            .filter(({ count }) => count > 0)
            .toSorted((a, b) => b.count - a.count)
            .map(({ kind, count }) => ({
              label: o(`kind.${kind}`),
              value: count,
              href: opens({ kind }),
            }))}
        />
      </Panel>
      <Panel>
        <BarChart
          title={t("byChain")}
          unit={unit}
          data={[
            ...figures.byChain.map(({ chain, count }) => ({
              label: o(`chain.${chain}`),
              value: count,
              href: opens({ chain }),
            })),
            { label: t("unplaced"), value: figures.unplaced, href: opens({ chain: "none" }) },
          ]}
        />
        <p className="mt-2 text-sm text-muted">{t("chainNote")}</p>
      </Panel>
      <Panel>
        <BarChart
          title={t("byPosition")}
          unit={unit}
          data={figures.byPosition
            .filter(({ count }) => count > 0)
            .map(({ position, count }) => ({
              label: positionWord(position),
              value: count,
              href: opens({ position }),
            }))}
        />
      </Panel>
      <ChainGaps nodes={figures.nodes} opens={opens} />
    </div>
  );
}

/** Each node of the chain with its members; a node without one is the gap that the alliance looks to fill. */
function ChainGaps({ nodes, opens }: { nodes: Composition["nodes"]; opens: Opens }) {
  const t = useTranslations("memberships.composition");
  const o = useTranslations("organizations.chain");
  const locale = useLocale();
  const gaps = nodes.filter(({ count }) => count === 0).length;
  return (
    <Panel
      title={t("nodes")}
      description={nodes.length ? (gaps ? t("gaps", { count: gaps }) : t("noGaps")) : undefined}
    >
      {nodes.length === 0 && <EmptyState title={t("noNodes")} hint={t("noNodesHint")} />}
      <ul className="divide-y divide-line">
        {nodes.map((node) => (
          <li
            key={node.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2"
          >
            <span>
              <span className="text-sm text-muted">{o(node.chain)}</span>{" "}
              {(locale === "en" && node.nameEn) || node.name}
            </span>
            {node.count === 0 ? (
              <Badge tone="attention">{t("gap")}</Badge>
            ) : (
              <Link href={opens({ node: node.id })} className="tabular-nums">
                {formatCount(node.count, locale)} {t("unit")}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
