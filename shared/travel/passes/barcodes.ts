import type { Picture } from "../pdf/pictures.ts";

/** A code that was found in a picture: what it says, and its kind as tickets name it (`aztecCode`, `qrCode`). */
export type FoundCode = { text: string; format: string };

/**
 * Reads the two-dimensional codes of tickets (Aztec, QR, PDF417, Data Matrix) in pictures, one a picture. The
 * decoder (ZXing) is loaded at the first picture, so that who reads none never has it.
 */
export async function readCodes(pictures: readonly Picture[]): Promise<FoundCode[]> {
  if (pictures.length === 0) return [];
  const {
    AztecCodeReader,
    BinaryBitmap,
    DataMatrixReader,
    GlobalHistogramBinarizer,
    HybridBinarizer,
    PDF417Reader,
    QRCodeReader,
    RGBLuminanceSource,
  } = await import("@zxing/library");
  const readers = [
    ["aztecCode", new AztecCodeReader()],
    ["qrCode", new QRCodeReader()],
    ["pdf417", new PDF417Reader()],
    ["dataMatrix", new DataMatrixReader()],
  ] as const;
  return pictures.flatMap(({ width, height, luminance }): FoundCode[] => {
    const source = new RGBLuminanceSource(luminance, width, height);
    for (const binarizer of [new GlobalHistogramBinarizer(source), new HybridBinarizer(source)]) {
      const bitmap = new BinaryBitmap(binarizer);
      for (const [format, reader] of readers) {
        try {
          const text = reader.decode(bitmap).getText();
          if (text) return [{ text, format }];
        } catch {
          // No code of this kind, or none that can be read in this way.
        }
      }
    }
    return [];
  });
}
