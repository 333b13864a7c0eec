import { notFound } from "next/navigation";
import { loadRound } from "@/lib/features/evaluations/loaders";
import { getRoundInput } from "@/lib/features/evaluations/schema/rounds";

export type RoundProps = { params: Promise<{ alliance: string; roundId: string }> };

/** The evaluation of an address; an id that is none finds nothing. */
export async function roundOf(params: RoundProps["params"]) {
  const { alliance, roundId } = await params;
  const input = getRoundInput.safeParse({ roundId });
  if (!input.success) notFound();
  return { alliance, round: await loadRound(alliance, input.data) };
}
