import { type PdfDict, PdfFile, type PdfValue } from "./objects.ts";

/** A picture in shades of grey: one byte a pixel, 0 black, 255 white, row by row. */
export type Picture = { width: number; height: number; luminance: Uint8ClampedArray };

const MAX_PICTURES = 12;
const MAX_PIXELS = 1_500_000;
/** The smallest code has fewer modules on a side than this has pixels. */
const MIN_SIDE = 15;
/** White around a picture, in pixels: a code that fills its picture lacks the quiet zone that readers look for. */
const MARGIN = 12;

/** Gives the pictures of a PDF whose pixels are there as they are or deflated; photographs (JPEG) are left out. */
export function pdfPictures(bytes: Uint8Array): Picture[] {
  const file = new PdfFile(bytes);
  const pictures: Picture[] = [];
  for (const { value, stream } of file.all()) {
    const dict = file.dict(value);
    if (!stream || dict.Subtype !== "/Image" || pictures.length >= MAX_PICTURES) continue;
    const picture = pictureOf(file, dict, file.data({ value, stream }));
    if (picture) pictures.push(picture);
  }
  return pictures;
}

function pictureOf(file: PdfFile, dict: PdfDict, data: Uint8Array): Picture | undefined {
  const [width, height] = [file.number(dict.Width), file.number(dict.Height)];
  if (width < MIN_SIDE || height < MIN_SIDE || width * height > MAX_PIXELS) return undefined;
  const mask = file.resolve(dict.ImageMask) === true;
  const bits = mask ? 1 : file.number(dict.BitsPerComponent) || 8;
  const space = colourSpace(file, mask ? "/DeviceGray" : dict.ColorSpace);
  if (!space || ![1, 2, 4, 8].includes(bits)) return undefined;
  const stride = Math.ceil((width * space.components * bits) / 8);
  if (data.length < stride * height) return undefined;
  const decode = file.resolve(dict.Decode);
  const inverted = Array.isArray(decode) && file.number(decode[0]) > file.number(decode[1]);
  const top = 2 ** bits - 1;
  const sample = (row: number, at: number) => {
    const bit = at * bits;
    return ((data[row * stride + (bit >> 3)] ?? 0) >> (8 - bits - (bit & 7))) & top;
  };
  const [wide, high] = [width + 2 * MARGIN, height + 2 * MARGIN];
  const luminance = new Uint8ClampedArray(wide * high).fill(255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const values: number[] = [];
      for (let part = 0; part < space.components; part += 1)
        values.push(sample(y, x * space.components + part));
      const grey = space.grey(values, top);
      luminance[(y + MARGIN) * wide + x + MARGIN] = inverted ? 255 - grey : grey;
    }
  }
  return { width: wide, height: high, luminance };
}

type ColourSpace = { components: number; grey: (values: readonly number[], top: number) => number };

const weigh = (red = 0, green = 0, blue = 0) => 0.299 * red + 0.587 * green + 0.114 * blue;
const GREY: ColourSpace = { components: 1, grey: ([value = 0], top) => (value * 255) / top };
const RGB: ColourSpace = {
  components: 3,
  grey: ([r = 0, g = 0, b = 0], top) => (weigh(r, g, b) * 255) / top,
};
const CMYK: ColourSpace = {
  components: 4,
  grey: ([c = 0, m = 0, y = 0, k = 0], top) => (255 * (1 - weigh(c, m, y) / top) * (top - k)) / top,
};

function colourSpace(file: PdfFile, value: PdfValue | undefined): ColourSpace | undefined {
  const space = file.resolve(value);
  const [name, base, , table] = Array.isArray(space) ? space.map((one) => file.resolve(one)) : [space];
  switch (name) {
    case "/DeviceGray":
    case "/CalGray":
    case "/G":
      return GREY;
    case "/DeviceRGB":
    case "/CalRGB":
    case "/RGB":
      return RGB;
    case "/DeviceCMYK":
      return CMYK;
    case "/ICCBased": {
      const count = file.number(file.dict(Array.isArray(space) ? space[1] : undefined).N);
      return count === 1 ? GREY : count === 3 ? RGB : count === 4 ? CMYK : undefined;
    }
    case "/Indexed": {
      const under = colourSpace(file, base);
      const stream = file.object(Array.isArray(space) ? space[3] : undefined);
      const colours = table instanceof Uint8Array ? table : file.data(stream);
      if (!under || colours.length === 0) return undefined;
      return {
        components: 1,
        grey: ([value = 0]) =>
          under.grey([...colours.subarray(value * under.components, (value + 1) * under.components)], 255),
      };
    }
    default:
      return undefined;
  }
}
