import { redirect } from "next/navigation";

type Props = { params: Promise<{ alliance: string }> };

export default async function EvaluationsPage({ params }: Props) {
  redirect(`/a/${(await params).alliance}/evaluations/schemes`);
}
