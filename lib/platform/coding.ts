/** Whether an answer may come in this coding: named by `Accept-Encoding` and not refused by `q=0`. */
export const takes = (coding: "br" | "gzip", accepted: string | undefined): boolean =>
  (accepted ?? "").split(",").some((one) => {
    const [name, ...parameters] = one.split(";").map((part) => part.trim().toLowerCase());
    return (
      name === coding && !parameters.some((parameter) => /^q\s*=\s*0(?:\.0*)?$/.test(parameter))
    );
  });
