import { useLocale, useTranslations } from "next-intl";
import type { Pictures } from "@/lib/features/dashboards/schema";
import { formatDay, formatInstant, formatMoney, moneyUnitFor } from "@/lib/i18n/format";
import { fenOf, yuanText } from "@/lib/kernel/money";
import { SankeyChart } from "../charts/sankey-chart";
import { Panel } from "../ui/panel";

type Flow = NonNullable<Pictures["flow"]>;
type Node = Flow["nodes"][number];

/** Givers, what came, spenders, and what is still open, each in one colour. */
const colours: Record<Node["kind"], number> = {
  giver: 0,
  "others-give": 0,
  carried: 0,
  received: 1,
  spender: 2,
  "others-spend": 2,
  open: 3,
  kept: 4,
};

/** What passes a node: the larger of what comes in and what goes out. */
function passing({ links }: Flow, place: number): string {
  const sum = (side: "from" | "to") =>
    links.reduce((total, link) => (link[side] === place ? total + fenOf(link.value) : total), 0n);
  const [out, into] = [sum("from"), sum("to")];
  return yuanText(out > into ? out : into);
}

/** Where the money comes from and goes: promised, received, spent, by party. */
export function FlowChart({ pictures }: { pictures: Pictures }) {
  const t = useTranslations("dashboards");
  const p = useTranslations("dashboards.pictures");
  const locale = useLocale();
  const { flow, past } = pictures;
  if (!flow) {
    return (
      <Panel title={p("flow")}>
        <p className="text-muted">
          {past?.knownFrom
            ? p("flowUnknown", { day: formatDay(past.knownFrom, locale) })
            : p("flowHidden")}
        </p>
      </Panel>
    );
  }
  const amounts = flow.nodes.map((_, place) => passing(flow, place));
  const unit = moneyUnitFor(amounts, locale);
  const shown = (value: string) => formatMoney(value, locale, unit).text;
  const nameOf = ({ kind, name, parties }: Node): string => {
    if (kind === "giver" || kind === "spender") return p(kind, { name: name ?? "" });
    if (kind === "others-give" || kind === "others-spend") return p(kind, { count: parties });
    return p(kind);
  };
  return (
    <Panel title={p("flow")} description={p("flowNote")}>
      {flow.links.length === 0 ? (
        <p className="text-muted">{p("noFlow")}</p>
      ) : (
        <SankeyChart
          title={p("flow")}
          unit={formatMoney("0.00", locale, unit).unit}
          heads={[p("from"), p("to"), p("amount")]}
          data={{
            nodes: flow.nodes.map((node, place) => ({
              label: nameOf(node),
              text: shown(amounts[place] ?? "0.00"),
              place: colours[node.kind],
            })),
            links: flow.links.map(({ from, to, value }) => ({
              source: from,
              target: to,
              value: Number(value),
            })),
          }}
          texts={flow.links.map(({ value }) => shown(value))}
          notes={[
            t("chartSource", {
              source: t("sourceFunds"),
              whose: t("ofAlliance"),
              at: formatInstant(new Date(pictures.asOf), locale),
            }),
            ...(past ? [t("asOfDay", { day: formatDay(past.day, locale) })] : []),
          ]}
        />
      )}
    </Panel>
  );
}
