export const votes = {
  title: "表决",
};
