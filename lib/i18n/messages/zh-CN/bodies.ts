/** Rules of order and the arithmetic of votes in words. */
export const bodies = {
  matter: {
    ordinary: "一般事项",
    special: "重大事项",
    election: "选举事项",
    membership: "成员事项",
    charter: "章程事项",
    procedural: "程序事项",
  },
  outcome: { carried: "通过", rejected: "未通过", tied: "票数相等", inquorate: "未达法定人数" },
  quorumBase: {
    seats_all: "全部席位",
    seats_filled: "在任席位",
    seats_eligible: "有表决权且未回避的席位",
  },
  passBase: {
    present: "到会席位（不含回避）",
    cast: "有效票",
    yes_plus_no: "赞成票与反对票之和",
    seats_filled: "在任席位（不含回避）",
    seats_all: "全部席位（不含回避）",
  },
  share: { gte: "{num}/{den} 以上（含本数）", gt: "超过 {num}/{den}（不含本数）" },
  tie: {
    fails: "票数相等视为未通过",
    chair_casts: "票数相等时由主持人投决定票",
    one_more_round_then_fails: "票数相等时再表决一次，仍相等则未通过",
    refer_up: "票数相等时提请上级机构决定",
  },
  rule: {
    quorum: "法定人数：{base}的 {share}",
    pass: "通过条件：赞成票达到{base}的 {share}",
    article: "依据：{article}",
    version: "规则第 {version} 版",
    noArticle: "未注明条款",
  },
  sentence: {
    carried: "因 {count} × {den} {sign} {num} × {base}，通过",
    rejected: "因 {count} × {den} {sign} {num} × {base}，未通过",
    inquorate: "因 {count} × {den} {sign} {num} × {base}，未达法定人数，不能表决",
    tied: "赞成与反对同为 {count} 票；{tie}",
    noBase: "计算基数为 0，不能通过",
  },
  needed: "须 {needed}，实得 {count}（{left} {sign} {right}）",
  neededNever: "基数为 0，无法达到",
};
