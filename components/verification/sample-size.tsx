import { useTranslations } from "next-intl";
import type { SampleRow } from "@/lib/features/verification/schema/samples";

/** How many of how many were drawn, and by which rule. */
export function SampleSize({ sample }: { sample: SampleRow }) {
  const t = useTranslations("verification.sample");
  const { population, size, percent, atLeast, weighty } = sample;
  return t("sizeOf", { population, size, percent, atLeast, weighty });
}
