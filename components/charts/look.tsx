/** Six colours, in a fixed order; the same series has the same place on every page. */
export const colour = (place: number): string => `var(--series-${(place % 6) + 1})`;

/** On paper without colour a series is known by its pattern; see `.series-n` in globals.css. */
export const seriesClass = (place: number): string => `series-${(place % 6) + 1}`;

export const hatch = (place: number): string => `url(#hatch-${(place % 6) + 1})`;

const places = [0, 1, 2, 3, 4, 5];

/** What is not verified is hatched in the colour of its series; the rest are the patterns of paper. */
export function Patterns() {
  return (
    <defs>
      {places.map((place) => (
        <pattern
          key={place}
          id={`hatch-${place + 1}`}
          width={7}
          height={7}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width={7} height={7} fill="var(--surface)" />
          <rect width={3} height={7} fill={colour(place)} />
        </pattern>
      ))}
      <pattern id="paper-2" width={5} height={5} patternUnits="userSpaceOnUse">
        <rect width={5} height={5} fill="#fff" />
        <circle cx={2.5} cy={2.5} r={1.2} fill="#000" />
      </pattern>
      <pattern id="paper-3" width={4} height={4} patternUnits="userSpaceOnUse">
        <rect width={4} height={4} fill="#fff" />
        <rect width={4} height={1.2} fill="#000" />
      </pattern>
    </defs>
  );
}

/** Width that a label needs: a Chinese character is as wide as the type is high, a Latin one about half. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2e80 ? 1 : 0.56), 0) * size;

/** The text cut to a width, with an ellipsis where something is missing. */
export function fitted(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text;
  let cut = text;
  while (cut && widthOf(`${cut}…`, size) > width) cut = cut.slice(0, -1);
  return `${cut}…`;
}
