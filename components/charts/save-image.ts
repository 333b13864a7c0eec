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

/** The drawing with its title as PNG, made in the browser: nothing of it leaves the machine. */
async function pictureOf(svg: SVGSVGElement, title: string): Promise<Blob | null> {
  const { width, height } = svg.getBoundingClientRect();
  const head = 32;
  const image = await loaded(
    `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standalone(svg))}`,
  );
  const canvas = document.createElement("canvas");
  canvas.width = width * SCALE;
  canvas.height = (height + head) * SCALE;
  const context = canvas.getContext("2d");
  if (!context) return null;
  const body = getComputedStyle(document.body);
  context.scale(SCALE, SCALE);
  context.fillStyle = body.backgroundColor;
  context.fillRect(0, 0, width, height + head);
  context.fillStyle = body.color;
  context.font = `600 15px ${body.fontFamily}`;
  context.fillText(title, 8, 22);
  context.drawImage(image, 0, head, width, height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

export async function saveImage(svg: SVGSVGElement, title: string): Promise<void> {
  const blob = await pictureOf(svg, title);
  if (!blob) return;
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = `${title}.png`;
  link.click();
  URL.revokeObjectURL(address);
}
