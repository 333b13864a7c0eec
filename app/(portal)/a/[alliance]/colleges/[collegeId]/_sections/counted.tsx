import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { CountedInputs, Points, UnconfirmedNote } from "@/components/colleges/review-parts";
import { Panel } from "@/components/ui/panel";

/** What a yearly review counts by itself, what it does not count yet, and the points and the grade that follow. */
export function CountedPanel(props: ComponentProps<typeof UnconfirmedNote>) {
  const t = useTranslations("colleges");
  const { review } = props;
  return (
    <Panel title={t("counted")} description={review.state === "draft" ? undefined : t("frozen")}>
      <div className="flex flex-col gap-4">
        <CountedInputs review={review} />
        <UnconfirmedNote {...props} />
        <Points review={review} />
      </div>
    </Panel>
  );
}
