/*
 * A-75 in words: tables leave out fewer than five persons, so a sentence that tells such a number is shown to somebody before
 * everybody reads it. What is found wrongly is confirmed with a word; what is not found is never looked at.
 */

/** The same bound as that of the tables: fewer persons than this. */
const LEAST_PERSONS = 5;

/** A number of persons below the bound, with its place in the text. */
export type Hit = { at: number; length: number };

const arabic = String.raw`(?<!\d)(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)`;
const chinese = "[〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+";
const number = `(?:${arabic}|${chinese})`;
const persons =
  "博士|硕士|院士|教授|学生|学员|学徒|学子|教师|老师|导师|师生|专家|员工|职工|人员|工人|师傅|工匠|毕业生|实习生|留学生|新生|工程师|技师|技工|带头人|劳模|志愿者|干部|选手|代表|外教|师徒";
const manners =
  "优秀|高级|骨干|青年|年轻|企业|兼职|专任|专职|在校|在职|国家级|省级|市级|贫困|女|男";
const unit = `(?:人|名|位(?!一体|数)|个人|(?:个|对)?(?:${manners})?(?:${persons}))`;

/** 3人, 两名, 2至8位, 三个学生, 4 人次; a rank (第三名) is none. */
const before = new RegExp(
  String.raw`(?<!第\s?)(?:(?<low>${number})\s*(?:[-—–~～、]|至|到)\s*)?(?<high>${number})[余多来+＋]?[\s（(]*${unit}`,
  "gu",
);

/** 人数为3, 学生：2, 博士4、硕士6. */
const after = new RegExp(
  String.raw`(?:人数|人次|人日|(?:${persons})数?)(?:[\s:：为是仅只有共计约达到了（(]*(?<digits>${arabic})|[\s:：为是仅只有共计约达到了（(]+(?<words>${chinese}))(?!\s*[\d万千百十亿%％‰年月日号届期级类项门家所场间台件套元节])`,
  "gu",
);

const people =
  "people|persons?|students?|learners?|pupils?|teachers?|trainers?|mentors?|trainees?|apprentices?|graduates?|employees?|workers?|staff|experts?|engineers?|technicians?|researchers?|professors?|participants?|individuals?|wom[ae]n|m[ae]n|doctors?|masters?|members of staff";
const few = String.raw`(?:zero|one|two|three|four|single|couple|(?<!\d)(?<!\d\.)[0-4](?!\d|[.,]\d))`;

/** two teachers, 3 young engineers, one of the students, a couple of people, 2 person-days. */
const english = new RegExp(
  String.raw`(?<![a-z])${few}(?:[\s-]+[\w'’]+){0,4}?[\s-]+(?:${people})(?![a-z])`,
  "giu",
);
const englishAfter = new RegExp(
  String.raw`(?<![a-z])(?:${people})(?:\s*[:=(]\s*|\s+(?:is|are|was|were)\s+)${few}(?![a-z]|\s*%)`,
  "giu",
);

const pair = /俩|仨/gu;

/** Full-width and circled digits as plain ones, one for one: places stay. */
const plainDigits = (text: string): string =>
  text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[①②③④]/g, (digit) => String(digit.charCodeAt(0) - 0x245f));

const values: Record<string, number> = Object.fromEntries(
  ["〇零", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"].flatMap(
    (digits, value) => [...digits].map((digit) => [digit, value]),
  ),
);

/** 四 is small, 三五 (three to five) too; 十三, 二〇 and 二〇二六 are not. */
function isSmallWord(word: string): boolean {
  const digits = [...word].map((digit) => values[digit]);
  const [first, second] = digits;
  if (first === undefined || digits.length > 2 || digits.includes(undefined)) return false;
  return first < LEAST_PERSONS && second !== 0;
}

/** After a full stop without a space a sentence may begin with the number: both sides of the point are looked at. */
function isSmall(text: string | undefined): boolean {
  if (text === undefined) return false;
  if (!/^\d/.test(text)) return isSmallWord(text);
  return text
    .replaceAll(",", "")
    .split(".")
    .some((part) => BigInt(part) < LEAST_PERSONS);
}

const hitsOf = (text: string, pattern: RegExp, groups: readonly string[]): Hit[] =>
  [...text.matchAll(pattern)]
    .filter((found) => groups.length === 0 || groups.some((key) => isSmall(found.groups?.[key])))
    .map((found) => ({ at: found.index, length: found[0].length }));

/** Every number of persons below the bound that a text tells, in their order; of two that overlap the first. */
export function smallNumbersIn(given: string, known: readonly Hit[] = []): Hit[] {
  const text = plainDigits(given);
  const hits = [
    ...known,
    ...hitsOf(text, before, ["low", "high"]),
    ...hitsOf(text, after, ["digits", "words"]),
    ...hitsOf(text, english, []),
    ...hitsOf(text, englishAfter, []),
    ...hitsOf(text, pair, []),
  ].sort((a, b) => a.at - b.at || b.length - a.length);
  return hits.filter(
    (hit, place) => !hits.slice(0, place).some((earlier) => earlier.at + earlier.length > hit.at),
  );
}
