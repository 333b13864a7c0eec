import Form from "next/form";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { ChainState } from "@/lib/features/audit/schema";
import { formatCount, formatInstant } from "@/lib/i18n/format";

function Result({ state }: { state: ChainState }) {
  const t = useTranslations("audit.chain");
  const locale = useLocale();
  return (
    <div className="mt-3 space-y-3">
      {state.fault ? (
        <Notice tone="problem" title={t("broken", { seq: state.fault.seq })}>
          <p>{t(`fault.${state.fault.kind}`)}</p>
          <p>{t("next")}</p>
        </Notice>
      ) : (
        <Notice tone="ok" title={t("intact", { entries: formatCount(state.entries, locale) })}>
          {t("note")}
        </Notice>
      )}
      <Facts
        items={[
          { label: t("head"), value: state.head.seq },
          {
            label: t("fingerprint"),
            value: <span className="font-mono text-sm break-all">{state.head.hash}</span>,
          },
        ]}
      />
      <p className="text-sm text-muted">
        {t("checkedAt", { at: formatInstant(new Date(state.at), locale) })}
      </p>
    </div>
  );
}

/** The check costs a look at every entry, so it is asked for, not drawn with every page. Works without JavaScript. */
export function ChainPanel({ base, state }: { base: string; state: ChainState | undefined }) {
  const t = useTranslations("audit.chain");
  return (
    <Panel title={t("title")} description={t("hint")} id="chain">
      <Form action={`${base}/audit`} scroll={false}>
        <input type="hidden" name="check" value="1" />
        <Button type="submit" variant={state ? "quiet" : "secondary"}>
          {t("check")}
        </Button>
      </Form>
      <div aria-live="polite">{state && <Result state={state} />}</div>
    </Panel>
  );
}
