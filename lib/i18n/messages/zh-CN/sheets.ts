/** Tables that are taken away: what no screen has words for. */
export const sheets = {
  take: "导出 Excel",
  takeOwn: "导出本单位的行",
  cut: "共 {total, number} 条，此表只含前 {most, number} 条。请缩小筛选范围后再导出。",
  inYuan: "{name}（元）",
  of: "{whole}·{part}",
  column: {
    asked: "所问事项",
    edition: "版次",
    lastVisit: "最近走访",
    since: "状态起始日",
    waiting: "等待",
    type: "类型",
    source: "来源",
    lead: "牵头单位",
    partners: "参与单位",
    start: "开始日期",
    end: "结束日期",
  },
};
