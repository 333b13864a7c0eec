export const tasks = {
  title: "督办任务",
};
