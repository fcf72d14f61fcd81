import { download, fileName } from '@/shared/ui/csv';

/** Variables of the style sheet mean nothing outside the page: their values are written in. */
function withColours(markup: string) {
  const style = getComputedStyle(document.documentElement);
  return markup.replace(/var\((--[\w-]+)\)/g, (_, name: string) => style.getPropertyValue(name).trim());
}

/** Saves an SVG of the page as PNG at double resolution, on the panel's colour. */
export async function saveSvgPng(svg: SVGSVGElement, subject: string) {
  const { width, height } = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('style', `font-family:${getComputedStyle(document.body).fontFamily}`);
  const url = URL.createObjectURL(
    new Blob([withColours(new XMLSerializer().serializeToString(copy))], {
      type: 'image/svg+xml;charset=utf-8',
    }),
  );
  try {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * 2;
    canvas.height = height * 2;
    const pen = canvas.getContext('2d');
    if (!pen) return;
    pen.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--bg-panel');
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'));
    if (blob) download(fileName(subject, 'png'), blob);
  } finally {
    URL.revokeObjectURL(url);
  }
}
