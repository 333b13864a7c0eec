/**
 * The five texts as a reader looks for them. A mark such as "S003-22" is the text and the place in our inventory of it; who
 * reads a figure or the annex of a report gets the title, where it stood and the day.
 */
const texts = {
  S000: "《构建产教融合新生态 服务产业发展新动能》（华龙网，2024-10-17）",
  S001: "《重庆城市职院扎实推动产教融合高质量发展》（重庆市人民政府网，2024-11-04）",
  S002: "技工院校与产教融合资料汇编",
  S003: "《推进“市域产教联合体”要抓住“创新”“联合”》（经济参考报，2023-10-24）",
  S004: "“校企协同就业创业创新示范实践基地”推进会报道（学校新闻，2022-04-03）",
} as const;

const isText = (name: string): name is keyof typeof texts => name in texts;

/** @throws Error where a mark names none of the five texts, or no place in one */
export function sourceOf(mark: string): string {
  const [, text = ""] = /^(S\d{3})-\d+$/.exec(mark) ?? [];
  if (!isText(text)) throw new Error(`no such source: ${mark}`);
  return texts[text];
}
