import { notFound } from "next/navigation";
import { loadEdition } from "@/lib/features/reports/loaders";
import { getEditionInput } from "@/lib/features/reports/schema/editions";

export type EditionProps = { params: Promise<{ alliance: string; editionId: string }> };

/** The edition of an address; an id that is none finds nothing. */
export async function editionOf(params: EditionProps["params"]) {
  const { alliance, editionId } = await params;
  const input = getEditionInput.safeParse({ editionId });
  if (!input.success) notFound();
  return { alliance, edition: await loadEdition(alliance, input.data) };
}
