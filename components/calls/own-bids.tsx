import { useLocale, useTranslations } from "next-intl";
import type { CallView } from "@/lib/features/calls/schema/view";
import { formatInstant } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import { Facts } from "../ui/facts";

/** What one's own unit has handed in: that it is there, since when, and its seal. */
export function OwnBids({ bids }: { bids: CallView["ownBids"] }) {
  const t = useTranslations("calls.bid");
  const locale = useLocale();
  return bids.map((bid) => (
    <div key={bid.id} className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-2">
        {bid.organization.name}
        <Badge tone={bid.state === "sealed" ? "ok" : "neutral"}>{t(`state.${bid.state}`)}</Badge>
      </p>
      <Facts
        items={[
          {
            label: t("submittedAt"),
            value: (
              <>
                {formatInstant(bid.submittedAt, locale)}{" "}
                {bid.replacements > 0 && (
                  <span className="text-muted">
                    {t("replacements", { count: bid.replacements })}
                  </span>
                )}
              </>
            ),
          },
          {
            label: t("seal"),
            value: <code className="text-sm break-all">{bid.sha256}</code>,
          },
        ]}
      />
      <p className="text-sm text-muted">{t("sealHint")}</p>
    </div>
  ));
}
