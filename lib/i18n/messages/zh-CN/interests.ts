export const interests = {
  title: "利害关系",
};
