/** A phone number leaves the server with its middle hidden. */
export function maskPhone(phone: string | null): string | null {
  if (!phone) return null;
  const digits = phone.replace(/\s/g, "");
  return digits.length < 8
    ? "*".repeat(digits.length)
    : `${digits.slice(0, 3)}${"*".repeat(digits.length - 7)}${digits.slice(-4)}`;
}

/** A person's name for those who see personal data masked. */
export const maskName = (name: string): string => `${[...name][0] ?? ""}**`;
