import { idOf } from "../ids";
import { organizationId } from "../organizations";
import { allianceId } from "../people";
import type { DemoRows } from "../rows";
import { caseFigures } from "./cases";
import { changchunFigures } from "./changchun";
import { chongqingCityFigures } from "./chongqing-city";
import { chongqingElectronicFigures } from "./chongqing-electronic";
import type { Figure } from "./figure";
import { sourceOf } from "./sources";
import { suzhouFigures } from "./suzhou";
import { technicianSchoolsFigures } from "./technician-schools";

/** Every figure of domain.md section 5, in its order. */
const figures: readonly Figure[] = [
  ...suzhouFigures,
  ...chongqingElectronicFigures,
  ...chongqingCityFigures,
  ...technicianSchoolsFigures,
  ...caseFigures,
  ...changchunFigures,
];

function figureRow(figure: Figure, index: number): DemoRows["metricValue"][number] {
  const { section, subject } = figure;
  const key = `${section}/${figure.key}`;
  const alliance = figure.alliance ?? subject.alliance;
  return {
    id: idOf("metric-value", key),
    key,
    metricCode: figure.metric ?? null,
    allianceId: alliance ? allianceId(alliance) : null,
    organizationId: subject.organization ? organizationId(subject.organization) : null,
    subjectZh: subject.zh,
    subjectEn: subject.en,
    labelZh: figure.label[0],
    labelEn: figure.label[1],
    value: figure.value,
    numerator: figure.parts?.[0] ?? null,
    denominator: figure.parts?.[1] ?? null,
    unitZh: figure.unit[0],
    unitEn: figure.unit[1],
    qualifier: figure.qualifier ?? "exact",
    derived: figure.derived ?? false,
    period: figure.period ?? null,
    state: figure.state ?? "published",
    source: sourceOf(figure.source),
    note: figure.note ?? null,
    partOfKey: figure.partOf ? `${section}/${figure.partOf}` : null,
    sortOrder: index + 1,
  };
}

export const figureRows = (): Partial<DemoRows> => ({ metricValue: figures.map(figureRow) });
