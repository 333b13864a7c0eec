import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { sideOf } from "@/lib/features/funds/rules/entries";
import type { Entry } from "@/lib/features/funds/schema/entries";
import { formatDay, formatMoney } from "@/lib/i18n/format";
import { Thread, type ThreadStep } from "../ui/thread";
import { Money } from "./money";

const handNames = ["entered", "checked", "approved", "secondApproved", "posted"] as const;

/** The step of one other entry of the same money. */
function useTied(tenant: string) {
  const t = useTranslations("funds");
  const locale = useLocale();
  return (other: Entry["tied"][number]): ThreadStep => {
    const { text, unit } = formatMoney(other.amount, locale);
    return {
      label: t(`thread.tie.${other.tie}`),
      value: (
        <>
          <Link href={`/a/${tenant}/funds/entries/${other.id}`}>
            {t("thread.other", {
              flow: t(`flow.${other.flow}`),
              amount: `${text} ${unit}`,
              day: formatDay(other.happenedOn, locale),
            })}
          </Link>
          <span className="block text-sm text-muted">
            {other.voucherNo} · {t(`entryState.${other.state}`)}
          </span>
        </>
      ),
    };
  };
}

/** Project → promise or budget line → what it takes back → the entry → its voucher → whose hands → what became of it → where it counts. */
export function EntryThread({ tenant, entry }: { tenant: string; entry: Entry }) {
  const t = useTranslations("funds");
  const locale = useLocale();
  const tied = useTied(tenant);
  const base = `/a/${tenant}`;
  const money = `${base}/projects/${entry.projectId}?view=money`;
  const isEarlier = ({ tie }: Entry["tied"][number]) => tie === "reverses" || tie === "settles";
  const hands = handNames.flatMap((hand) => {
    const name = entry.hands?.[hand];
    return name ? [{ hand, name }] : [];
  });
  const year = entry.happenedOn.slice(0, 4);
  const side = sideOf(entry.flow, entry.state);
  const promised = entry.promise && formatMoney(entry.promise.amount, locale);
  const steps = [
    {
      label: t("column.project"),
      value: (
        <Link href={`${base}/projects/${entry.projectId}`}>
          {entry.projectCode} {entry.projectTitle}
        </Link>
      ),
    },
    entry.promise &&
      promised && {
        label: t("receipt.commitment"),
        value: (
          <>
            <Link href={money}>
              {promised.text} {promised.unit}
              {entry.promise.instalment !== null &&
                ` · ${t("instalment.order", { order: entry.promise.instalment })}`}
            </Link>
            {entry.promise.proof && (
              <span className="block text-sm text-muted">
                {t("project.proof", { proof: entry.promise.proof })}
              </span>
            )}
          </>
        ),
      },
    entry.line && {
      label: t("field.lineId"),
      value: <Link href={money}>{entry.line.name}</Link>,
    },
    ...entry.tied.filter(isEarlier).map(tied),
    {
      label: t("thread.entry"),
      current: true,
      value: (
        <>
          {t(`flow.${entry.flow}`)} <Money yuan={entry.amount} />
        </>
      ),
    },
    {
      label: t("field.voucherNo"),
      value: (
        <>
          {entry.voucherNo}
          <span className="block text-sm">
            {entry.file ? (
              <a href={`/api/files/${tenant}/${entry.file.id}`}>{entry.file.name}</a>
            ) : (
              <span className="text-muted">{t("thread.noFile")}</span>
            )}
          </span>
        </>
      ),
    },
    hands.length > 0 && {
      label: t("thread.hands"),
      value: (
        <span className="flex flex-wrap gap-x-4">
          {hands.map(({ hand, name }) => (
            <span key={hand}>
              <span className="text-sm text-muted">{t(`entry.hands.${hand}`)}</span> {name}
            </span>
          ))}
        </span>
      ),
    },
    ...entry.tied.filter((other) => !isEarlier(other)).map(tied),
    side && {
      label: t("thread.counts"),
      value: (
        <Link
          href={`${base}/funds/ledger?project=${entry.projectId}&side=${side}&from=${year}&to=${year}`}
        >
          {t("thread.ledger", { side: t(`side.${side}`), year })}
        </Link>
      ),
    },
    entry.state === "posted" && {
      label: t("thread.told"),
      value: (
        <Link href={`${base}/dashboard?from=${year}&to=${year}`}>{t("thread.dashboard")}</Link>
      ),
    },
  ].filter((step) => typeof step === "object" && step !== null);
  return <Thread label={t("thread.title")} steps={steps} />;
}
