import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { BidView } from "@/lib/features/calls/schema/view";
import { formatDay } from "@/lib/i18n/format";
import { Money } from "../funds/money";
import { Badge } from "../ui/badge";
import { Facts } from "../ui/facts";

type Props = {
  /** Where files of the call are handed out; none for whoever reads blind. */
  files: string | undefined;
  bids: readonly BidView[];
  /** What is to be done with a bid. */
  action?: (bid: BidView) => ReactNode;
};

const reasons = ["same", "group", "sponsor", "declared", "twin"] as const;

function BidHead({ bid }: { bid: BidView }) {
  const t = useTranslations("calls");
  const reason = reasons.find((one) => one === bid.excludedReason);
  return (
    <h3 className="flex flex-wrap items-center gap-2 font-semibold">
      {t("score.letter", { letter: bid.letter ?? 0 })}
      {bid.organization && <span className="font-normal">{bid.organization.name}</span>}
      {bid.chosen && <Badge tone="decided">{t("bids.chosen")}</Badge>}
      {bid.rank !== null && <Badge>{t("bids.rank", { rank: bid.rank })}</Badge>}
      {bid.points !== null && (
        <span className="text-sm font-normal text-muted">
          {t("bids.points", { points: bid.points })}
        </span>
      )}
      {bid.spread !== null && (
        <span className="text-sm font-normal text-muted">
          {t("bids.spread", { spread: bid.spread })}
        </span>
      )}
      {reason && <Badge tone="problem">{t(`bids.excluded.${reason}`)}</Badge>}
    </h3>
  );
}

function BidContent({
  content,
  files,
}: {
  content: NonNullable<BidView["content"]>;
  files: string | undefined;
}) {
  const t = useTranslations("calls.bids");
  const locale = useLocale();
  const links = [
    { id: content.fileId, label: t("file") },
    { id: content.secondFileId, label: t("second") },
  ].filter(({ id }) => id !== undefined);
  return (
    <div className="flex flex-col gap-3">
      <Facts
        items={[
          { label: t("quote"), value: <Money yuan={content.quote} /> },
          ...(content.leader ? [{ label: t("leader"), value: content.leader }] : []),
          ...(content.team ? [{ label: t("team"), value: content.team }] : []),
        ]}
      />
      <p className="max-w-prose whitespace-pre-line">{content.plan}</p>
      <ul className="list-disc pl-5 text-sm">
        {content.milestones.map((one) => (
          <li key={`${one.dueOn} ${one.title}`}>
            {t("milestone", {
              title: one.title,
              day: formatDay(one.dueOn, locale),
              share: one.share,
            })}
            <span className="block text-muted">{one.deliverable}</span>
          </li>
        ))}
      </ul>
      {files && links.length > 0 && (
        <p className="flex flex-wrap gap-4 text-sm">
          {links.map(({ id, label }) => (
            <a key={id} href={`${files}/${id}`}>
              {label}
            </a>
          ))}
        </p>
      )}
    </div>
  );
}

/** Opened bids, the best rank first; blind ones have letters instead of names. */
export function BidList({ bids, files, action }: Props) {
  const t = useTranslations("calls");
  if (bids.length === 0) return <p className="text-muted">{t("bids.none")}</p>;
  return (
    <ul className="flex flex-col gap-6">
      {bids.map((bid) => (
        <li key={bid.id} className="flex flex-col gap-3 border-l-2 border-line pl-3">
          <BidHead bid={bid} />
          {bid.content && <BidContent content={bid.content} files={files} />}
          {bid.discussion && (
            <p className="text-sm text-muted">{t("score.discussion", { text: bid.discussion })}</p>
          )}
          {action?.(bid)}
        </li>
      ))}
    </ul>
  );
}
