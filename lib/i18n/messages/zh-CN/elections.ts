export const elections = {
  title: "换届选举",
};
