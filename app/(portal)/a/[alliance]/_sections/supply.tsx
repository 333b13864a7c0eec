import { useTranslations } from "next-intl";
import type { AllianceView } from "@/components/alliances/alliance-facts";
import { PlatformList, ProgrammeList } from "@/components/alliances/alliance-lists";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";

/** Above so many the register of programmes is the better list. */
const MOST = 40;

/** What the schools bring: programmes and platforms. */
export function Supply({ alliance }: { alliance: AllianceView }) {
  const t = useTranslations("alliances");
  const p = useTranslations("programmes");
  const { programmes, platforms } = alliance;
  return (
    <>
      {programmes.length > 0 && (
        <Panel
          title={t("home.programmes")}
          description={t("home.programmesNote", { count: programmes.length })}
        >
          {programmes.length > MOST ? (
            <ButtonLink href={`/a/${alliance.slug}/talent/programmes`}>{p("title")}</ButtonLink>
          ) : (
            <ProgrammeList programmes={programmes} />
          )}
        </Panel>
      )}
      {platforms.length > 0 && (
        <Panel
          title={t("home.platforms")}
          description={t("home.platformsNote", { count: platforms.length })}
        >
          <PlatformList platforms={platforms} />
        </Panel>
      )}
    </>
  );
}
