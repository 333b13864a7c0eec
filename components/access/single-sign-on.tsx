import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** The way over the institution's own sign-in page. */
export function SingleSignOn({
  action,
  name,
  next,
}: {
  action: (form: FormData) => Promise<void>;
  /** "" where the installation gave it no name. */
  name: string;
  next: string | undefined;
}) {
  const t = useTranslations("access.signIn");
  return (
    <form action={action} className="flex flex-col gap-3">
      <p className="flex items-center gap-3 text-sm text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t("or")}
      </p>
      {next && <input type="hidden" name="next" value={next} />}
      <Button type="submit" className="w-full">
        {name ? t("singleSignOn", { name }) : t("singleSignOnUnnamed")}
      </Button>
    </form>
  );
}
