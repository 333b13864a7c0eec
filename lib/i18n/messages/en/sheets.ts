/** Tables that are taken away: what no screen has words for. */
export const sheets = {
  take: "Export to Excel",
  takeOwn: "Export my organization's rows",
  cut: "{total, number} in all; this table holds the first {most, number}. Narrow the filters and export again.",
  inYuan: "{name} (RMB)",
  of: "{whole}: {part}",
  column: {
    asked: "Asked",
    edition: "Edition",
    lastVisit: "Last visit",
    since: "In this state since",
    waiting: "Waiting for",
    type: "Type",
    source: "Source",
    lead: "Lead",
    partners: "Partners",
    start: "Start",
    end: "End",
  },
};
