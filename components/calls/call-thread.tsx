import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { CallView } from "@/lib/features/calls/schema/view";
import { formatMoney } from "@/lib/i18n/format";
import { Thread } from "../ui/thread";

/** From the line of a list to the money that was paid; each step is an address. */
export function CallThread({ base, call }: { base: string; call: CallView }) {
  const t = useTranslations("calls.thread");
  const { project, award, listItem } = call;
  const payment = call.inside?.payment;
  const locale = useLocale();
  const words = (yuan: string) => {
    const { text, unit } = formatMoney(yuan, locale);
    return `${text} ${unit}`;
  };
  const none = <span className="text-muted">{t("none")}</span>;
  return (
    <Thread
      label={t("title")}
      steps={[
        ...(listItem
          ? [
              {
                label: t("need"),
                value: <Link href={`${base}/calls/lists?kind=technology`}>{listItem.name}</Link>,
              },
            ]
          : []),
        { label: t("call"), value: call.title, current: true },
        { label: t("winner"), value: award?.organization.name ?? none },
        {
          label: t("project"),
          value: project ? (
            <Link href={`${base}/projects/${project.id}`}>{project.code ?? project.title}</Link>
          ) : (
            none
          ),
        },
        {
          label: t("money"),
          value: project ? (
            <Link href={`${base}/projects/${project.id}?view=money`}>
              {payment
                ? t("paid", {
                    promised: words(payment.promised),
                    received: words(payment.received),
                  })
                : t("ofProject")}
            </Link>
          ) : (
            none
          ),
        },
      ]}
    />
  );
}
