/** "33.4" → 3340 hundredths of a percent, without a fraction on the way. */
export function hundredthsOf(percent: string): number {
  const [whole = "0", part = ""] = percent.split(".");
  return Number(whole) * 100 + Number(part.padEnd(2, "0"));
}

/** 3340 → "33.4" */
export function percentOf(hundredths: number): string {
  const whole = (hundredths - (hundredths % 100)) / 100;
  const part = String(hundredths % 100)
    .padStart(2, "0")
    .replace(/0+$/, "");
  return part === "" ? String(whole) : `${whole}.${part}`;
}

export const WHOLE = 10_000;
