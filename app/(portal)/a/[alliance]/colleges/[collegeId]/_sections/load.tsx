import { notFound } from "next/navigation";
import { loadCollege } from "@/lib/features/colleges/loaders";
import { getCollegeInput } from "@/lib/features/colleges/schema/colleges";

export type CollegeProps = { params: Promise<{ alliance: string; collegeId: string }> };

/** The college of an address; an id that is none finds nothing. */
export async function collegeOf(params: CollegeProps["params"]) {
  const { alliance, collegeId } = await params;
  const input = getCollegeInput.safeParse({ collegeId });
  if (!input.success) notFound();
  return { alliance, college: await loadCollege(alliance, input.data) };
}
