export const mail = {
  mail: {
    self: {
      subject: "{round}：请于 {day} 前提交自评",
      body: "{name}：\n\n{alliance}已开展“{round}”。请于 {day} 前填写自评、附上材料并提交。\n\n{link}\n",
    },
    sheet: {
      subject: "{round}：请评分",
      body: "{alliance}请您为“{round}”评分，包括{name}。请先声明利害关系，再看材料，再评分；评分结束前任何人看不到别人的评分。\n\n{link}\n",
    },
    result: {
      subject: "{round}：评价结果初稿送达",
      body: "{name}：\n\n“{round}”的结果初稿已形成，您可以查看每一项得分的由来。如有异议，请于 {day} 前提出申诉；期满并经理事会审定后公布。\n\n{link}\n",
    },
    answered: {
      subject: "{round}：申诉已答复",
      body: "{name}：\n\n关于“{round}”的申诉已答复。\n\n{link}\n",
    },
    published: {
      subject: "{round}：等级已公布",
      body: "{name}：\n\n“{round}”已经理事会审定并公布等级。\n\n{link}\n",
    },
  },
};
