import { linesOf } from "@/lib/features/reports/rules/text";
import type { FigureView } from "@/lib/features/reports/schema/figures";
import { LineText } from "./line-text";

const looks = { 2: "mt-3 font-semibold", 3: "mt-2 font-medium", 4: "mt-1 font-medium" } as const;

/** A chapter as it reads: headings as official papers number them. Lines may repeat: their place is the key. */
export function ChapterText({ body, figures }: { body: string; figures: readonly FigureView[] }) {
  const placed = linesOf(body).map((line, place) => ({ line, place }));
  return (
    <div className="max-w-prose leading-7 break-words">
      {placed.map(({ line, place }) =>
        line.kind === "heading" ? (
          <p key={place} className={looks[line.level]}>
            <LineText text={line.text} figures={figures} />
          </p>
        ) : (
          <p key={place} className="mt-1 indent-8">
            <LineText text={line.text} figures={figures} />
          </p>
        ),
      )}
    </div>
  );
}
