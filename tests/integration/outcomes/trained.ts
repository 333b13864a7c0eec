import { isIdentityNumber } from "@/lib/features/outcomes/rules/attendees";
import type { Tx } from "@/lib/platform/db/transaction";

/** Numbers of a region that is no place, so that they belong to nobody. */
export const person = (serial: number): string => {
  const first = `99999919900101${String(serial).padStart(3, "0")}`;
  const whole = [..."0123456789X"].map((last) => first + last).find(isIdentityNumber);
  return whole ?? first;
};
export const people = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, place) => person(from + place));

/** The metric that counts people who were trained. */
export const createPeopleMetric = (db: Tx) =>
  db.metricDefinition.create({
    data: {
      code: "M40",
      sortOrder: 100,
      nameZh: "培训人数",
      nameEn: "Persons trained",
      unitZh: "人",
      unitEn: "persons",
      aggregation: "distinct",
      yearBasis: "calendar",
      definitionZh: "-",
      definitionEn: "-",
      reportable: true,
    },
  });
