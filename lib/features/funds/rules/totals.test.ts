import fc from "fast-check";
import { expect, test } from "vitest";
import { yuanText } from "@/lib/kernel/money";
import { type EntryFlow, entryFlows } from "../types";
import { flowTakes, isOutgoing, signed } from "./entries";
import { afterPosting, afterPromise, noMoney } from "./totals";

/** Schoolbook decimals on texts of digits: the model shares no arithmetic with what it checks. */
const digits = (text: string) => [...text.replace(".", "").padStart(24, "0")].map(Number);
const text = (sum: readonly number[]) => {
  const plain = sum.join("").replace(/^0+(?=\d{3})/, "");
  return `${plain.slice(0, -2)}.${plain.slice(-2)}`;
};
const compare = (a: string, b: string) => {
  const [x, y] = [digits(a).join(""), digits(b).join("")];
  return x === y ? 0 : x < y ? -1 : 1;
};
/** Digit by digit from the right; `sign` adds or takes away. */
function both(a: string, b: string, sign: 1 | -1): string {
  const [left, right] = [digits(a), digits(b)];
  const result = left.map(() => 0);
  let carry = 0;
  for (let at = left.length - 1; at >= 0; at -= 1) {
    const all = (left[at] ?? 0) + sign * (right[at] ?? 0) + carry;
    result[at] = (all + 10) % 10;
    carry = all > 9 ? 1 : all < 0 ? -1 : 0;
  }
  return text(result);
}
const add = (a: string, b: string) => both(a, b, 1);
const take = (a: string, b: string) => both(a, b, -1);

const operation = fc.record({
  flow: fc.constantFrom<EntryFlow | "promise">(...entryFlows, "promise"),
  cash: fc.boolean(),
  fen: fc.bigInt({ min: 1n, max: 10n ** 12n }),
});

test("10 000 random sequences of money operations agree with a decimal model: spent ≤ received + allowed advance", () => {
  fc.assert(
    fc.property(
      fc.array(operation, { maxLength: 25 }),
      fc.bigInt({ min: 0n, max: 10n ** 10n }),
      (operations, advance) => {
        let six = noMoney();
        const model = { promised: "0.00", received: "0.00", spent: "0.00" };
        const kind = { ...model };
        for (const { flow, cash, fen } of operations) {
          const own = cash ? model : kind;
          const amount = yuanText(fen);
          if (flow === "promise") {
            six = afterPromise(six, { cash, amount: fen });
            own.promised = add(own.promised, amount);
            continue;
          }
          if (!flowTakes(flow, cash ? "cash" : "equipment")) continue;
          const next = afterPosting(six, { flow, cash, amount: signed(flow, fen) }, advance);
          const which = isOutgoing(flow) ? "spent" : "received";
          const back = ["withdrawal", "refund", "recovery"].includes(flow);
          const possible = !back || compare(own[which], amount) >= 0;
          const after = possible ? (back ? take : add)(own[which], amount) : own[which];
          const trial = { ...own, [which]: after };
          const room = add(trial.received, cash ? yuanText(advance) : "0.00");
          const allowed = possible && compare(trial.spent, room) <= 0;
          expect(next !== undefined).toBe(allowed);
          if (next) six = next;
          if (allowed) own[which] = after;
        }
        for (const side of ["promised", "received", "spent"] as const) {
          expect(yuanText(six[side].cash)).toBe(model[side]);
          expect(yuanText(six[side].kind)).toBe(kind[side]);
        }
      },
    ),
    { numRuns: 10_000 },
  );
}, 120_000);
