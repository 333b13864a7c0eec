import { z } from "zod";

export const pageSizes = { usual: 20, most: 100 } as const;

/** The two parameters of every counted list; text from an address is read as a number. */
export const pagingShape = {
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(pageSizes.most).default(pageSizes.usual),
};

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    total: z.number().int(),
    page: z.number().int(),
    pageSize: z.number().int(),
  });
