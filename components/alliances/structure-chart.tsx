import { useLocale, useTranslations } from "next-intl";
import { type BodyNode, type BodyTier, bodyTiers } from "@/lib/features/alliances/types";
import { cx } from "../ui/cx";
import { useSeatWords } from "./seat-words";
import { box, layoutStructure } from "./structure-layout";

/** The line on the left of a box, one kind per tier; the word stands in the box as well. */
const bands: Record<BodyTier, string> = {
  decision: "border-l-accent border-l-6",
  coordination: "border-l-accent border-l-6 [border-left-style:double]",
  execution: "border-l-accent border-l-6 [border-left-style:dotted]",
};

/** The tree drawn: boxes lead to the list below, which says the same in words and stands alone on a phone. */
export function StructureChart({ bodies }: { bodies: readonly BodyNode[] }) {
  const t = useTranslations("alliances.structure");
  const seatWords = useSeatWords();
  const locale = useLocale();
  const chart = layoutStructure(bodies);
  return (
    <figure
      aria-label={t("chart")}
      className="page-chart hidden overflow-x-auto lg:block print:block print:overflow-visible print:[zoom:0.95]"
    >
      <figcaption className="flex flex-wrap items-center gap-x-4 gap-y-1 pb-3 text-sm text-muted">
        {bodyTiers.map((tier) => (
          <span key={tier} className={cx("pl-2", bands[tier])}>
            {t(`tiers.${tier}`)}
          </span>
        ))}
      </figcaption>
      <div className="relative" style={{ width: chart.width, height: chart.height }}>
        <svg
          aria-hidden="true"
          className="absolute inset-0 text-control"
          width={chart.width}
          height={chart.height}
          fill="none"
          stroke="currentColor"
        >
          {chart.lines.map((line) => (
            <path key={line.key} d={line.path} />
          ))}
        </svg>
        {chart.boxes.map(({ body, left, top }) => (
          <a
            key={body.id}
            href={`#body-${body.id}`}
            style={{ left, top, width: box.width, height: box.height }}
            className={cx(
              "absolute flex flex-col justify-center rounded border border-control bg-surface px-3 text-ink no-underline hover:bg-sunken",
              body.tier && bands[body.tier],
            )}
          >
            <span className="line-clamp-2 text-sm leading-tight font-medium">
              {(locale === "en" && body.nameEn) || body.name}
            </span>
            <span className="truncate text-xs text-muted tabular-nums">
              {[body.tier && t(`tiers.${body.tier}`), seatWords(body)].filter(Boolean).join(" · ")}
            </span>
          </a>
        ))}
      </div>
    </figure>
  );
}
