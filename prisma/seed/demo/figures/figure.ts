import type { FigureState, Qualifier } from "@/prisma/generated/enums";

export type Subject = { zh: string; en: string; organization?: string; alliance?: string };

type FigureWords = {
  /** Key inside its section of domain.md. */
  key: string;
  metric?: string;
  /** Chinese, English; units too. */
  label: readonly [string, string];
  value: string;
  /** Numerator and denominator of a ratio or a mean. */
  parts?: readonly [string, string];
  unit: readonly [string, string];
  qualifier?: Qualifier;
  derived?: true;
  /** Words of the source; without them the value stays out of time series. */
  period?: string;
  state?: FigureState;
  /** Slug, where the figure is about an alliance. */
  alliance?: string;
  source: string;
  note?: string;
  /** Key of the figure that it is a part of. */
  partOf?: string;
};

export type Figure = FigureWords & { section: string; subject: Subject };

/** Figures of one section about one subject, in the order of the section's table. */
export const figuresOf = (
  section: string,
  subject: Subject,
  figures: readonly FigureWords[],
): Figure[] => figures.map((figure) => ({ ...figure, section, subject }));
