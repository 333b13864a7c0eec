export const resolutions = {
  title: "决议",
};
