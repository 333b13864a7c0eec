/** One fault of one field: the path as the schema names it, and a key of `fields.*`. */
export type Issue = { path: string; message: string };

/** What an action gives back; the shape that `lib/platform/corridor/action.ts` answers with. */
export type Answer<T> = { ok: true; value: T } | ({ ok: false } & Refused);

/** Why something was not done: `code` is a refusal or an error code. */
export type Refused = {
  code: string;
  details?: Record<string, string | number>;
  issues?: Issue[];
  requestId: string;
};

export type SubmitAction<I, T> = (
  tenant: string,
  input: I,
  idempotencyKey?: string,
) => Promise<Answer<T>>;

export type Option = { value: string; label: string };
