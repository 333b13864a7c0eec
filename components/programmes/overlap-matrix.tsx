import { useTranslations } from "next-intl";
import type { Overlap } from "@/lib/features/programmes/schema";
import { EmptyState } from "../ui/empty-state";

/** A wide table scrolls inside its own frame, which the keyboard must be able to reach (WCAG 2.1.1). */
const reachable = { tabIndex: 0 };

/** Schools × programmes: a dot where it is taught. Names of schools stand upright, so that fifty fit. */
export function OverlapMatrix({ overlap }: { overlap: Overlap }) {
  const t = useTranslations("programmes");
  if (overlap.items.length === 0) return <EmptyState title={t("overlap.none")} />;
  return (
    <section
      {...reachable}
      aria-label={t("overlap.title")}
      className="relative overflow-x-auto rounded border border-line bg-surface"
    >
      <table className="border-collapse text-sm">
        <caption className="sr-only">{t("overlap.title")}</caption>
        <thead className="border-b border-line bg-sunken">
          <tr>
            <th
              scope="col"
              className="sticky left-0 bg-sunken px-3 py-2 text-left font-medium text-muted"
            >
              {t("field.programme")}
            </th>
            <th
              scope="col"
              className="px-2 py-2 text-right font-medium whitespace-nowrap text-muted"
            >
              {t("overlap.schools")}
            </th>
            {overlap.schools.map((school) => (
              <th key={school.id} scope="col" className="px-1 py-2 align-bottom font-normal">
                <span className="inline-block max-h-44 overflow-hidden whitespace-nowrap [writing-mode:vertical-rl]">
                  {school.name}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {overlap.items.map(({ programme, schools }) => (
            <tr key={programme.id} className="border-b border-line last:border-0 hover:bg-sunken">
              <th
                scope="row"
                className="sticky left-0 max-w-40 min-w-36 bg-surface px-3 py-1 text-left font-normal sm:max-w-none sm:min-w-0 sm:whitespace-nowrap"
              >
                {programme.name} <span className="text-muted">{t(`level.${programme.level}`)}</span>
              </th>
              <td className="px-2 py-1 text-right tabular-nums">{schools.length}</td>
              {overlap.schools.map((school) => (
                <td key={school.id} className="border-l border-line px-1 py-1 text-center">
                  {schools.includes(school.id) && (
                    <>
                      <span aria-hidden="true">●</span>
                      <span className="sr-only">{t("overlap.offered")}</span>
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
