/** A page that could not be drawn; also where nothing else of the portal could be. */
export const failure = {
  title: "系统出错",
  hint: "页面未能打开，您的数据没有改变。请重试；若仍出错，请把下面的编号告诉管理员。",
  id: "错误编号",
  forbidden: "没有权限",
  home: "回到首页",
  retry: "重试",
};
