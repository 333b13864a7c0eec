import { getTranslations } from "next-intl/server";
import type { BudgetLine } from "@/lib/features/funds/schema/budgets";
import type { LedgerEntry } from "@/lib/features/funds/schema/entries";
import type { Commitment } from "@/lib/features/funds/schema/promises";
import { formatDay, formatMoney } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { fenOf, yuanText } from "@/lib/kernel/money";

/** Lines of a budget as choices, with what is left of each. */
export async function lineOptions(lines: readonly BudgetLine[], locale: Locale) {
  const t = await getTranslations("funds.receipt");
  return lines
    .filter((line) => line.planned !== "0.00")
    .map((line) => {
      const left = formatMoney(yuanText(fenOf(line.planned) - fenOf(line.spent)), locale);
      return {
        value: line.id,
        label: t("lineOption", {
          task: line.task,
          title: line.title,
          left: left.text,
          unit: left.unit,
        }),
      };
    });
}

/** Binding promises as choices, with what has arrived on each. */
export async function commitmentOptions(commitments: readonly Commitment[], locale: Locale) {
  const t = await getTranslations("funds");
  return commitments
    .filter((one) => one.state === "confirmed")
    .map((one) => {
      const amount = formatMoney(one.amount, locale);
      const received = formatMoney(one.received, locale);
      return {
        value: one.id,
        label: t("receipt.commitmentOption", {
          organization: one.organizationName,
          kind: t(`kind.${one.kind}`),
          amount: amount.text,
          unit: amount.unit,
          received: `${received.text} ${received.unit}`,
        }),
      };
    });
}

/** Instalments that may be paid now. */
export async function instalmentOptions(commitments: readonly Commitment[], locale: Locale) {
  const t = await getTranslations("funds");
  return commitments
    .filter((one) => one.state === "confirmed")
    .flatMap((one) =>
      one.instalments
        .filter((line) => line.state !== "paid" && (line.milestone?.accepted ?? true))
        .map((line) => {
          const amount = formatMoney(line.amount, locale);
          return {
            value: line.id,
            label: t("receipt.instalmentOption", {
              organization: one.organizationName,
              order: line.order,
              amount: amount.text,
              unit: amount.unit,
              state: t(`instalment.state.${line.state}`),
            }),
          };
        }),
    );
}

/** Posted entries from which something can be taken back. */
export async function settleOptions(entries: readonly LedgerEntry[], locale: Locale) {
  const t = await getTranslations("funds");
  return entries
    .filter((one) => one.flow && ["receipt", "delivery", "spending"].includes(one.flow))
    .filter((one) => one.state === "posted" && !one.isReversal && !one.isReversed)
    .map((one) => {
      const amount = formatMoney(one.amount, locale);
      return {
        value: one.id,
        label: t("receipt.settlesOption", {
          flow: t(`flow.${one.flow ?? "receipt"}`),
          day: formatDay(one.on, locale),
          amount: amount.text,
          unit: amount.unit,
          voucher: one.voucherNo ?? "",
        }),
      };
    });
}
