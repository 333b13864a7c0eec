import { ButtonLink } from "../ui/button";

/** What stands in a page's place: one plain sentence, why, and the way back. */
export function Instead({ title, hint, action }: { title: string; hint: string; action: string }) {
  return (
    <div className="mx-auto max-w-prose py-12">
      <h1 className="text-xl font-semibold">{title}</h1>
      <p className="mt-2 text-muted">{hint}</p>
      <ButtonLink href="/" className="mt-4">
        {action}
      </ButtonLink>
    </div>
  );
}
