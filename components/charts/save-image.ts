/** What the style sheet gives a drawing; a picture of it stands alone and must carry it. */
const CARRIED = [
  "fill",
  "stroke",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
] as const;

/** Sharp on a projector: twice the size on the screen. */
const SCALE = 2;

function standalone(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll("*")];
  for (const [place, element] of [copy, ...copy.querySelectorAll("*")].entries()) {
    const original = originals[place];
    if (!original || !(element instanceof SVGElement)) continue;
    const style = getComputedStyle(original);
    for (const name of CARRIED) element.style.setProperty(name, style.getPropertyValue(name));
  }
  return new XMLSerializer().serializeToString(copy);
}

const loaded = (address: string): Promise<HTMLImageElement> =>
  new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error("the drawing cannot be read"));
    image.src = address;
  });

/** Lines that fit a width; Chinese breaks anywhere, and so does everything else that is too long. */
function broken(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines = [""];
  for (const char of text) {
    const last = lines.at(-1) ?? "";
    if (last && context.measureText(last + char).width > width) lines.push(char);
    else lines[lines.length - 1] = last + char;
  }
  return lines;
}

/**
 * The drawing as PNG, made in the browser: nothing of it leaves the machine. A picture goes on without its page, so its
 * title, its source and the date of its numbers are in it.
 */
async function pictureOf(
  svg: SVGSVGElement,
  title: string,
  notes: readonly string[],
): Promise<Blob | null> {
  const { width, height } = svg.getBoundingClientRect();
  const head = 32;
  const line = 18;
  const image = await loaded(
    `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standalone(svg))}`,
  );
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  if (!context) return null;
  const body = getComputedStyle(document.body);
  const small = `12px ${body.fontFamily}`;
  context.font = small;
  const below = notes.flatMap((note) => broken(context, note, width - 16));
  const whole = head + height + (below.length > 0 ? below.length * line + 8 : 0);
  // A new size empties the canvas and its settings: everything is drawn after it.
  canvas.width = width * SCALE;
  canvas.height = whole * SCALE;
  context.scale(SCALE, SCALE);
  context.fillStyle = body.backgroundColor;
  context.fillRect(0, 0, width, whole);
  context.fillStyle = body.color;
  context.font = `600 15px ${body.fontFamily}`;
  context.fillText(title, 8, 22);
  context.drawImage(image, 0, head, width, height);
  context.font = small;
  for (const [place, text] of below.entries()) {
    context.fillText(text, 8, head + height + (place + 1) * line);
  }
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

export async function saveImage(
  svg: SVGSVGElement,
  title: string,
  notes: readonly string[],
): Promise<void> {
  const blob = await pictureOf(svg, title, notes);
  if (!blob) return;
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = `${title}.png`;
  link.click();
  URL.revokeObjectURL(address);
}
