import { useLocale, useTranslations } from "next-intl";
import type { BodyNode } from "@/lib/features/alliances/types";
import { useSeatWords } from "./seat-words";
import { box, layoutStructure } from "./structure-layout";

/** The tree drawn: boxes lead to the list below, which says the same in words and stands alone on a phone. */
export function StructureChart({ bodies }: { bodies: readonly BodyNode[] }) {
  const t = useTranslations("alliances.structure");
  const seatWords = useSeatWords();
  const locale = useLocale();
  const chart = layoutStructure(bodies);
  return (
    <figure
      aria-label={t("chart")}
      className="hidden overflow-x-auto lg:block print:block print:overflow-visible print:[zoom:0.65]"
    >
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
            className="absolute flex flex-col justify-center rounded border border-control bg-surface px-3 text-ink no-underline hover:bg-sunken"
          >
            <span className="line-clamp-2 text-sm leading-tight font-medium">
              {(locale === "en" && body.nameEn) || body.name}
            </span>
            <span className="truncate text-xs text-muted tabular-nums">{seatWords(body)}</span>
          </a>
        ))}
      </div>
    </figure>
  );
}
