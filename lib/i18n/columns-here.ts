import { cookies } from "next/headers";
import { columnsCookie, hiddenColumns } from "./columns";

/** The columns of a list that the browser of this request leaves out. */
export const hiddenHere = async (list: string): Promise<ReadonlySet<string>> =>
  hiddenColumns((await cookies()).get(columnsCookie)?.value, list);
