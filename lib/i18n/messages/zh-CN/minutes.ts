export const minutes = {
  title: "会议纪要",
};
