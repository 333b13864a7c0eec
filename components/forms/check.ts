import { isBeyondAmount, parseYuan } from "@/lib/kernel/money";
import { readAmount } from "./amount";

/** The faults that a form finds without asking anybody; every page has words for them. */
export const faultsAtHand = [
  "required",
  "invalid",
  "too-long",
  "uploading",
  "not-a-day",
  "not-an-email",
  "not-an-amount",
  "amount-too-large",
] as const;

type FaultAtHand = (typeof faultsAtHand)[number];

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isBlank = (control: Control): boolean =>
  control instanceof HTMLInputElement && control.type === "radio"
    ? control.validity.valueMissing
    : control instanceof HTMLInputElement && control.type === "checkbox"
      ? !control.checked
      : control.value.trim() === "";

/**
 * What the browser can already see is wrong, as a key of `fields.*`; the server asks everything again. Required hidden
 * inputs (a chosen file, a chosen organization) carry `data-required`, since browsers do not check those.
 */
export function faultOf(control: Control): FaultAtHand | undefined {
  const input = control instanceof HTMLInputElement ? control : undefined;
  if (control.dataset.busy) return "uploading";
  if (control.validity.badInput) return input?.type === "date" ? "not-a-day" : "invalid";
  if (isBlank(control)) {
    return control.required || control.dataset.required ? "required" : undefined;
  }
  if (control.value.length > Number(control.dataset.max ?? Number.POSITIVE_INFINITY)) {
    return "too-long";
  }
  if (input?.type === "email" && input.validity.typeMismatch) return "not-an-email";
  if (control.dataset.kind === "money") {
    const amount = readAmount(control.value);
    if (isBeyondAmount(amount)) return "amount-too-large";
    if (parseYuan(amount) === undefined) return "not-an-amount";
  }
  return undefined;
}
