import type { Translated } from "../translated";
import type { fields as zh } from "../zh-CN/fields";

export const fields: Translated<typeof zh> = {
  required: "Fill in this field",
  "too-long": "This is too long; shorten it",
  invalid: "Check this field",
  unknown: "This field is not accepted",
  "not-an-id": "Choose from the list",
  "not-a-day": "Enter a date such as 2026-11-22",
  "not-an-amount": "Enter an amount in yuan with at most two decimals, such as 35700000.00",
  "not-positive": "The amount must be greater than zero",
  "not-a-quantity": "Enter a number with at most two decimals",
  uploading: "The file is still being uploaded; submit once it is there",
  "not-an-email": "Enter a valid e-mail address",
  "wrong-file-kind":
    "Only PDF, PNG, JPG, DOCX, XLSX, CSV and TXT files whose name fits their content",
  "not-json": "The body must be a JSON object in UTF-8",
  "ends-before-start": "The end cannot lie before the start",
  twice: "This organisation is a party already",
  "valuation-required":
    "Give the basis of the value of what is not cash: invoice, appraisal, rate × hours",
  "not-a-phone": "Enter a telephone number",
  "not-a-link": "Enter an address that begins with https:// or http://",
  "not-a-time": "Enter a time such as 14:30",
  "password-too-short": "Use at least 12 characters; a sentence is easy to remember",
  "password-common": "This password is too common and easily guessed; choose another",
  "password-context":
    "The password must not contain your name, your e-mail or the name of this product",
  "not-a-credit-code":
    "The credit code is not right: check the 18 characters and the check character at the end",
  "not-a-region": "Enter the region code of 6 digits, for example 320506",
  "not-a-slug": "Small letters, digits and hyphens only, for example suzhou-robotics",
  "both-languages": "Enter the word in both languages",
  "not-a-share": "Give a fraction such as 2/3",
  "impossible-share": "Nobody could ever reach this share",
  "out-of-range": "The number is outside of what is allowed",
  "not-a-percentage": "Give a percentage with at most two decimals, such as 33.33",
  "two-witnesses": "Choose two witnesses.",
  "too-many": "Too many.",
};
