import { isBeyondAmount, parseYuan } from "@/lib/kernel/money";
import { readAmount } from "../forms/amount";

const unusual: readonly (string | undefined)[] = ["amount-too-large", "amount-too-small"];

type Asked = {
  /** What stands in the field of the amount now. */
  typed: string;
  /** Why the last submission was refused because of it. */
  code: string | undefined;
  /** A draft brought back that it was ticked. */
  ticked: boolean;
};

/** Whether a person may say that an unusual amount is right: after being told so, and of nothing but an amount. */
export function asksAgain({ typed, code, ticked }: Asked): boolean {
  const amount = readAmount(typed);
  const isAmount = !isBeyondAmount(amount) && parseYuan(amount) !== undefined;
  return isAmount && (ticked || unusual.includes(code));
}
