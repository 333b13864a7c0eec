/** A row that breaks a promise, as it is printed. */
export type Finding = Record<string, unknown>;

/** What a check reads with: a connection inside one snapshot. */
export type Reader = {
  query<Row extends Finding>(statement: {
    text: string;
    values?: unknown[];
  }): Promise<{ rows: Row[] }>;
};

/** One promise of the data. `id` is the invariant's number in the security note, where it has one. */
export type Check = {
  id: string;
  title: string;
  find: (reader: Reader) => Promise<Finding[]>;
};

/** A check that is one statement. */
export const bySql = (id: string, title: string, text: string): Check => ({
  id,
  title,
  find: async (reader) => (await reader.query({ text })).rows,
});
