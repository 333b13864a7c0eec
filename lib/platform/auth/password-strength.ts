import { createHash } from "node:crypto";
import { commonPasswordDigests } from "./common-passwords";

/** Keys of `fields.*`. */
export type Weakness = "password-common" | "password-context";

/** Words of this product; whoever guesses tries them first. */
const productWords = ["alliance", "portal", "lianheti", "chanjiao", "联合体", "产教"];

/** Rows of keyboards and alphabets, read in both directions. */
const runs = ["0123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
const walks = runs.flatMap((run) => [run + run, [...run, ...run].reverse().join("")]);

/** What remains of "P@ssw0rd-2026!!" is a word that everybody takes. */
const stems = new Set(
  "password passwort pass passwd admin administrator qwerty welcome letmein iloveyou woaini changeme secret login master user root test demo hello mima"
    .split(" ")
    .flatMap((word) => [word, word + word]),
);

const isCommon = (text: string): boolean =>
  commonPasswordDigests.has(createHash("sha256").update(text).digest("hex").slice(0, 10));

/** "abcabcabcabc": a short piece again and again, or three characters in turn. */
const isRepetition = (text: string): boolean =>
  new Set(text).size <= 3 || /^(.{1,6}?)\1+.{0,5}$/u.test(text);

/** Share of characters that stand in a run of at least four neighbours. */
function isWalk(text: string): boolean {
  let covered = 0;
  for (let at = 0; at < text.length; ) {
    let length = 1;
    while (
      at + length < text.length &&
      walks.some((walk) => walk.includes(text.slice(at, at + length + 1)))
    )
      length += 1;
    covered += length >= 4 ? length : 0;
    at += length;
  }
  return covered * 4 >= text.length * 3;
}

const plain = (text: string): string => text.normalize("NFKC").toLowerCase();

const leet: Record<string, string> = { "@": "a", "0": "o", "1": "i", "3": "e", $: "s", "5": "s" };
const unleet = (text: string): string => text.replace(/[@013$5]/g, (sign) => leet[sign] ?? sign);

/**
 * Why a password of sufficient length must still be refused: it is common, or it contains what everybody knows of the
 * account (e-mail, name) or of the product. No rule about kinds of characters (ASVS 6.2.5).
 */
export function weaknessOf(password: string, context: readonly string[]): Weakness | undefined {
  const text = plain(password);
  const stem = (shown: string) => shown.replace(/[^\p{L}]/gu, "");
  if (
    isCommon(text) ||
    isRepetition(text) ||
    isWalk(text) ||
    stems.has(stem(text)) ||
    stems.has(stem(unleet(text.replace(/[\d\W]+$/u, ""))))
  )
    return "password-common";
  const words = context
    .flatMap((given) => plain(given).split(/[\s@._+-]+/))
    .filter((word) => word.length >= 4 || /\p{Script=Han}{2,}/u.test(word));
  return [...words, ...productWords].some((word) => text.includes(word))
    ? "password-context"
    : undefined;
}
