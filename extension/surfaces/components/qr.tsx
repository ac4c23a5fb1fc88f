import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

interface QrProps {
  readonly text: string;
  readonly label: string;
}

/** A text as a QR code (ISO/IEC 18004), drawn here: nobody else is asked to. Its code comes when it is needed. */
export function Qr({ text, label }: QrProps) {
  const drawn = useSignal<{ readonly size: number; readonly path: string } | null>(null);
  useEffect(() => {
    let current = true;
    void import("uqr").then(({ encode }) => {
      const { size, data } = encode(text, { ecc: "M", border: 4 });
      const dark = data.flatMap((row, y) =>
        row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
      );
      if (current) drawn.value = { size, path: dark.join("") };
    });
    return () => {
      current = false;
    };
  }, [text]);
  const code = drawn.value;
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${code?.size ?? 1} ${code?.size ?? 1}`}>
      {code && <path d={code.path} fill="currentColor" shape-rendering="crispEdges" />}
    </svg>
  );
}
