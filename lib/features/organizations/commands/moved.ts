/** Kind of row → keys of the rows that went over in a merger. */
export type Moved = Record<string, string[]>;

export const keys = async (rows: Promise<{ id: string }[]>): Promise<string[]> =>
  (await rows).map(({ id }) => id);
