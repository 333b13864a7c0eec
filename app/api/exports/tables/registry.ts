import { projects } from "./projects";
import type { Table } from "./table";

/** The lists that can be taken away as a table, by their names in the address. */
export const tables = { projects } as const satisfies Record<string, Table>;

export type TableName = keyof typeof tables;
