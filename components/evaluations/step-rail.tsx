import { useTranslations } from "next-intl";
import { type EvaluationState, evaluationStates } from "@/lib/features/evaluations/types";

const look = {
  past: "border-ok text-ink",
  now: "border-accent font-semibold text-accent",
  ahead: "border-line text-muted",
};

/** All the steps in a row: what is over, where it stands, what is to come; on a phone the one before and the next. */
export function StepRail({ state }: { state: EvaluationState }) {
  const t = useTranslations("evaluations");
  const here = evaluationStates.indexOf(state);
  return (
    <nav aria-label={t("rail")} className="mb-4 overflow-x-auto print:hidden">
      <ol className="flex min-w-max gap-1">
        {evaluationStates.map((one, place) => (
          <li
            key={one}
            aria-current={one === state ? "step" : undefined}
            className={`border-t-4 px-2 py-1 text-sm whitespace-nowrap ${Math.abs(place - here) > 1 ? "max-sm:hidden" : ""} ${look[place < here ? "past" : place === here ? "now" : "ahead"]}`}
          >
            {place + 1}. {t(`state.${one}`)}
          </li>
        ))}
      </ol>
    </nav>
  );
}
