/** "13812345678" → "138****5678"; short numbers keep their last two digits. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, "");
  return digits.length >= 11
    ? `${digits.slice(0, 3)}****${digits.slice(-4)}`
    : `****${digits.slice(-2)}`;
}
