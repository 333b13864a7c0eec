import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { EntryForm, type EntryWay, RequestForm } from "@/components/funds/entry-form";
import { Notice } from "@/components/ui/notice";
import { TabLinks } from "@/components/ui/tabs";
import { loadLedger, loadProjectFunds } from "@/lib/features/funds/loaders";
import { dayIn } from "@/lib/kernel/dates";
import { commitmentOptions, instalmentOptions, lineOptions, settleOptions } from "./options";

export const ways = ["in", "out", "back"] as const satisfies readonly EntryWay[];

/** Second step: the form for what came in, went out or came back; a party asks for what it laid out. */
export async function WriteEntry({
  alliance,
  id,
  way,
  instalment,
}: {
  alliance: string;
  id: string;
  way: EntryWay;
  /** What is known of what arrives: the instalment that it is. */
  instalment: string | undefined;
}) {
  const [t, locale, funds] = await Promise.all([
    getTranslations("funds"),
    getLocale(),
    loadProjectFunds(alliance, { id }),
  ]);
  const { may } = funds;
  const posted =
    may.enter && way === "back"
      ? await loadLedger(alliance, { project: id, pageSize: 100 })
      : undefined;
  const props = {
    tenant: alliance,
    projectId: id,
    today: dayIn(new Date(), "Asia/Shanghai"),
    organizations: (may.enter ? funds.parties : may.request).map((one) => ({
      value: one.id,
      label: one.name,
    })),
    commitments: await commitmentOptions(funds.commitments, locale),
    instalments: await instalmentOptions(funds.commitments, locale),
    lines: await lineOptions(funds.lines, locale),
    settles: await settleOptions(posted?.items ?? [], locale),
  };
  const given = funds.commitments.flatMap((one) =>
    one.instalments
      .filter((line) => line.id === instalment)
      .map((line) => ({
        flow: one.kind === "cash" ? ("receipt" as const) : ("delivery" as const),
        kind: one.kind,
        commitmentId: one.id,
        instalmentId: line.id,
        amount: line.amount,
      })),
  )[0];
  const href = (to: EntryWay) => `/a/${alliance}/funds/enter?project=${id}&way=${to}`;
  return (
    <div className="max-w-xl">
      <p className="mb-4">
        <Link href={`/a/${alliance}/projects/${id}?view=money`}>
          {funds.code} {funds.title}
        </Link>
      </p>
      {may.enter && (
        <>
          <TabLinks
            items={ways.map((to) => ({
              href: href(to),
              label: t(`receipt.flows.${to}`),
              current: to === way,
            }))}
          />
          <div className="mt-4">
            {way === "back" && props.settles.length === 0 ? (
              <Notice tone="neutral">{t("receipt.settlesNone")}</Notice>
            ) : (
              <EntryForm key={way} way={way} {...props} {...(given && { given })} />
            )}
          </div>
        </>
      )}
      {!may.enter && may.request.length > 0 && (
        <>
          <p className="mb-4 text-sm text-muted">{t("receipt.requestHint")}</p>
          <RequestForm {...props} />
        </>
      )}
      {!may.enter && may.request.length === 0 && (
        <Notice tone="attention">{t("receipt.chooseHint")}</Notice>
      )}
    </div>
  );
}
