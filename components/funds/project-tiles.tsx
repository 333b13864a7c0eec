import { useTranslations } from "next-intl";
import { addressWith } from "@/lib/kernel/address";
import { type Sides, SideTiles } from "./side-tiles";

/** The sums of one project; a project without money says so instead of showing a row of noughts. */
export function ProjectTiles({
  tenant,
  projectId,
  money,
  opens,
}: {
  tenant: string;
  projectId: string;
  money: Sides;
  /** The reader may open the entries of all parties, so that a tile and its list agree. */
  opens: boolean;
}) {
  const t = useTranslations("funds");
  const amounts = Object.values(money).flatMap((side) => [side?.cash, side?.inKind]);
  if (amounts.every((amount) => amount === "0.00")) {
    return <p className="text-sm text-muted">{t("project.none")}</p>;
  }
  return (
    <SideTiles
      sides={money}
      period={t("allYears")}
      hrefOf={(side, cash) =>
        opens
          ? addressWith(`/a/${tenant}/funds/ledger`, {
              project: projectId,
              side,
              cash: String(cash),
            })
          : undefined
      }
    />
  );
}
