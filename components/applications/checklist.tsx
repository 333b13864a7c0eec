import { useTranslations } from "next-intl";
import { checklist } from "@/lib/features/applications/rules";
import type { ApplicationView } from "@/lib/features/applications/schema";
import { ToneMark } from "../ui/tone";

const pointsOf = (application: ApplicationView) =>
  checklist({ ...application, organizationId: application.organization?.id ?? null });

/** May it be recommended as far as the checklist goes? */
export const isComplete = (application: ApplicationView): boolean =>
  pointsOf(application).every(({ done }) => done);

export function Checklist({ application }: { application: ApplicationView }) {
  const t = useTranslations("applications.check");
  return (
    <ul className="flex flex-col gap-1">
      {pointsOf(application).map(({ point, done }) => (
        <li key={point} className="flex items-center gap-2">
          <ToneMark tone={done ? "ok" : "attention"} />
          {t(point)}
          <span className={done ? "sr-only" : "text-sm text-attention"}>
            {done ? t("done") : t("open")}
          </span>
        </li>
      ))}
    </ul>
  );
}
