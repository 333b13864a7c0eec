import { getTranslations } from "next-intl/server";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { loadRecount } from "@/lib/features/votes/loaders";
import type { VotePageView } from "@/lib/features/votes/schema/votes";
import { nothing } from "@/lib/i18n/format";

/** The vote counted again for this page, and the fingerprints that anybody can compare. */
export async function Recount({ alliance, page }: { alliance: string; page: VotePageView }) {
  const t = await getTranslations("votes.sheet");
  // Those who read results without being of the body see no recount; the page is theirs all the same.
  if (!page.mayRecount) return null;
  const found = await loadRecount(alliance, { voteId: page.vote.id });
  const same =
    found.openingIntact && found.closingIntact && found.ballotsAgree && found.resultAgrees;
  return (
    <Panel title={t("recount")}>
      <div className="flex flex-col gap-3">
        <Notice tone={same ? "ok" : "problem"}>{t(same ? "recountSame" : "recountDiffers")}</Notice>
        <Facts
          items={[
            { label: `${t("fingerprints")} · ${t("opening")}`, value: hash(page.openingHash) },
            { label: `${t("fingerprints")} · ${t("closing")}`, value: hash(page.closingHash) },
          ]}
        />
      </div>
    </Panel>
  );
}

const hash = (value: string | null) => (
  <code className="text-sm break-all">{value ?? nothing}</code>
);
