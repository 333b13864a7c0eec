import type { Day } from "@/lib/kernel/dates";
import type { PathwayModel, ProgrammeLevel } from "./types";

/** August begins the academic year: 2026 is 2026–2027. */
export const academicYearOf = (day: Day): number => {
  const [year, month] = day.split("-").map(Number);
  return (year ?? 0) - ((month ?? 1) < 8 ? 1 : 0);
};

/** From where to where a model leads. 五年一贯 and 4+0 are taught at one place but end at the higher level. */
const levels: Record<PathwayModel, readonly [ProgrammeLevel, ProgrammeLevel]> = {
  three_plus_two: ["secondary", "college"],
  three_plus_three: ["secondary", "college"],
  three_plus_four: ["secondary", "bachelor"],
  five_year: ["secondary", "college"],
  two_plus_two: ["college", "bachelor"],
  three_plus_one: ["college", "bachelor"],
  four_plus_zero: ["college", "bachelor"],
};

const atOnePlace: readonly PathwayModel[] = ["five_year", "four_plus_zero"];

type End = { id: string; level: ProgrammeLevel };

/** Does the model lead from the one offering to the other? */
export function leads(model: PathwayModel, from: End, to: End): boolean {
  if (from.id === to.id) return atOnePlace.includes(model);
  const [low, high] = levels[model];
  return from.level === low && to.level === high;
}
