export const documents = {
  title: "文件",
};
