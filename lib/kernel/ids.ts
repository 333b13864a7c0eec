/** Of one millisecond, so that ids made one after the other also sort so. */
const last = { at: 0, sequence: 0 };

/** An id in the order of its making (UUID version 7, RFC 9562), for rows that one statement inserts together. */
export function newId(at: Date): string {
  const now = at.getTime();
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  const [first = 0, second = 0] = bytes;
  // The sequence begins in the lower half of its twelve bits: there is room for two thousand more.
  const sequence = now > last.at ? ((first & 0x07) << 8) | second : last.sequence + 1;
  last.at = Math.max(now, last.at) + (sequence > 0xfff ? 1 : 0);
  last.sequence = sequence & 0xfff;
  const time = last.at.toString(16).padStart(12, "0");
  const tail = [...bytes.subarray(2)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const variant = (0x8 | (Number.parseInt(tail.charAt(0), 16) & 0x3)).toString(16);
  const middle = `7${last.sequence.toString(16).padStart(3, "0")}`;
  return `${time.slice(0, 8)}-${time.slice(8)}-${middle}-${variant}${tail.slice(1, 4)}-${tail.slice(4)}`;
}
