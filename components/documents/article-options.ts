type Row = {
  id: string;
  title: string;
  number: number;
  heading: string | null;
  start: string;
};

/** Articles as choices of a select: document, number, first words. */
export const articleOptions = (items: readonly Row[], article: (number: number) => string) =>
  items.map(({ id, title, number, heading, start }) => ({
    value: id,
    label: `${title} ${article(number)} ${heading ?? start}`,
  }));
