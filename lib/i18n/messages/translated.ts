/** The same keys in another language: a missing or an extra key is a type error. */
export type Translated<T> = { [K in keyof T]: T[K] extends string ? string : Translated<T[K]> };
