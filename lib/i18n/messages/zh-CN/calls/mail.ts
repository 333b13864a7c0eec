/** 揭榜挂帅各步骤的邮件：揭榜方互不知情，信中不提其他单位。 */
export const mail = {
  mail: {
    published: {
      subject: "发榜：{title}",
      body: "{alliance}发布榜单“{title}”，揭榜截止时间为{closes}。方案在截止前密封，任何人都不能查看：\n{link}",
    },
    extended: {
      subject: "揭榜截止时间延长：{title}",
      body: "榜单“{title}”的揭榜截止时间延长至{closes}。已密封的方案继续有效，截止前可以替换：\n{link}",
    },
    closing: {
      subject: "揭榜即将截止：{title}",
      body: "榜单“{title}”将于{closes}截止。贵单位的方案已密封，截止前可以替换或撤回：\n{link}",
    },
    overdue: {
      subject: "揭榜已截止，等待开启：{title}",
      body: "榜单“{title}”已于{closes}截止。方案由两人先后开启：\n{link}",
    },
    opened: {
      subject: "方案已开启：{title}",
      body: "榜单“{title}”的方案已由两人开启，进入评榜：\n{link}",
    },
    ranked: {
      subject: "请选择揭榜方：{title}",
      body: "榜单“{title}”评榜完成，请贵单位择优选择并说明理由：\n{link}",
    },
    chosen: {
      subject: "贵单位中榜：{title}",
      body: "需求方选择了贵单位的方案（“{title}”）。公示期至{until}，期满无异议后签约：\n{link}",
    },
    notice: {
      subject: "揭榜结果公示：{title}",
      body: "榜单“{title}”的选择结果正在公示，至{until}止。有异议的请在公示期内提出：\n{link}",
    },
    objection: {
      subject: "公示收到异议：{title}",
      body: "榜单“{title}”的公示收到异议，须由选择人和异议人以外的人答复：\n{link}",
    },
    upheld: {
      subject: "异议成立，重新选择：{title}",
      body: "榜单“{title}”公示期间的异议成立，由需求方重新选择：\n{link}",
    },
    contract: {
      subject: "公示期满，请签约：{title}",
      body: "榜单“{title}”公示期满，没有待答复的异议，请双方签约：\n{link}",
    },
    contracted: {
      subject: "已签约并立项：{title}",
      body: "榜单“{title}”的合同已登记，并转为项目：\n{link}",
    },
    signed: {
      subject: "需求方已签署验收：{title}",
      body: "榜单“{title}”由需求方签署验收，等待验收组确认：\n{link}",
    },
    accepted: {
      subject: "验收通过：{title}",
      body: "榜单“{title}”验收通过，合同款付清后归档：\n{link}",
    },
    few: {
      subject: "流榜：{title}",
      body: "榜单“{title}”截止时方案不足，按流榜处理。可延长截止时间或调整后重新发榜；延长的，已密封的方案继续有效：\n{link}",
    },
    ended: {
      subject: "榜单已结束：{title}",
      body: "榜单“{title}”不再继续（失败或撤销）。未开启的方案已清除：\n{link}",
    },
  },
};
