import Form from "next/form";
import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import type { BodyChoice } from "@/lib/features/bodies/schema/roster";
import { Button } from "../ui/button";
import { controlClass } from "../ui/control";
import { bodyName } from "./body-name";

/** The first step of recording: which body, which day. Both decide who is on the list and which rules apply. */
export function ChooseSitting({
  action,
  bodies,
  today,
  body,
  day,
}: {
  action: string;
  bodies: readonly BodyChoice[];
  today: string;
  body: string | undefined;
  day: string | undefined;
}) {
  const t = useTranslations("meetings");
  const locale = useLocale();
  const id = useId();
  return (
    <Form action={action} className="flex flex-wrap items-end gap-3">
      <div className="flex min-w-48 flex-col gap-1">
        <label htmlFor={`${id}-body`} className="font-medium">
          {t("field.body")}
        </label>
        <select
          id={`${id}-body`}
          name="body"
          required
          defaultValue={body ?? bodies[0]?.id}
          className={controlClass}
        >
          {bodies.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {bodyName(choice, locale)}
            </option>
          ))}
        </select>
      </div>
      <div className="flex flex-col gap-1">
        <label htmlFor={`${id}-day`} className="font-medium">
          {t("field.day")}
        </label>
        <input
          id={`${id}-day`}
          type="date"
          name="day"
          required
          max={today}
          defaultValue={day ?? today}
          className={controlClass}
        />
      </div>
      <Button type="submit" variant={day ? "secondary" : "primary"}>
        {t("choose.next")}
      </Button>
    </Form>
  );
}
