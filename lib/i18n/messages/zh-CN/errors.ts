/** Faults, by error code. */
export const errors = {
  malformed: "有些内容需要修改，请看标出的项目。",
  unauthenticated: "请先登录，填写的内容已保留。",
  forbidden: "您没有执行此操作的权限。",
  "not-found": "找不到此内容，或您无权查看。",
  stale: "此内容刚被他人修改。请刷新后核对，再重新提交。",
  "idempotency-conflict": "此表单已用其他内容提交过。请刷新页面后重试。",
  "too-large": "文件过大，请压缩或分成几份后再上传。",
  "too-many": "操作过于频繁，请稍后再试。",
  unavailable: "系统繁忙，尚未保存。请稍候再提交一次。",
  unexpected: "系统出错，尚未保存。请把编号 {requestId} 告诉管理员。",
  offline: "网络已断开，填写的内容已保留。连接恢复后请再提交一次。",
  unworded: "没有办成，原因的说明没有载入（代码 {code}）。请刷新页面后再试。",
};
