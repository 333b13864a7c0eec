import { useLocale } from "next-intl";
import { partsOf } from "@/lib/features/reports/rules/numbers";
import type { FigureView } from "@/lib/features/reports/schema/figures";
import { figureName } from "./figure-amount";
import { figureText, sourceText } from "./figure-words";

/** A line with its numbers filled in; each says what it is and where it is from, and one that nobody froze is marked. */
export function LineText({ text, figures }: { text: string; figures: readonly FigureView[] }) {
  const locale = useLocale();
  const placed = partsOf(text).map((part, place) => ({ part, place }));
  return placed.map(({ part, place }) => {
    if (part.kind === "text") return <span key={place}>{part.text}</span>;
    const figure = figures.find(({ code }) => code === part.code);
    if (!figure) {
      return <mark key={place} className="bg-problem-soft text-problem">{`{{${part.code}}}`}</mark>;
    }
    const title = [figureName(figure, locale), figure.period, sourceText(figure, locale)]
      .filter(Boolean)
      .join(" · ");
    return (
      <span
        key={place}
        title={title}
        className="whitespace-nowrap tabular-nums underline decoration-dotted"
      >
        {figureText(figure, locale)}
      </span>
    );
  });
}
