"use client";

export { CheckboxField, RadioField, SelectField } from "./choice-fields";
export { FileField } from "./file-field";
export { DateField, MoneyField, TextAreaField, TextField } from "./text-fields";
