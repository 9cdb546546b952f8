// Where the camera stood is noted in the first segments of a photo. Shrinking would lose it, so the note is carried over:
// the server offers the place to the person, and keeps none of it.
const FIRST = 128 * 1024;

// The note of a JPEG as bytes, or null.
export async function note(file) {
  const bytes = new Uint8Array(await file.slice(0, FIRST).arrayBuffer());
  const view = new DataView(bytes.buffer);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 10 < bytes.length;) {
    const marker = view.getUint16(at), end = at + 2 + view.getUint16(at + 2);
    if (marker === 0xffe1 && view.getUint32(at + 4) === 0x45786966 && end <= bytes.length) return upright(bytes.slice(at, end));
    if (marker < 0xffe0 || marker > 0xfffe || marker === 0xffff) return null;
    at = end;
  }
  return null;
}

// The shrunk picture stands upright already: its note must not turn it again.
function upright(segment) {
  const view = new DataView(segment.buffer), start = 10, little = view.getUint16(start) === 0x4949;
  try {
    const list = start + view.getUint32(start + 4, little);
    for (let entry = list + 2, left = view.getUint16(list, little); left > 0; left--, entry += 12) {
      if (view.getUint16(entry, little) === 0x0112) view.setUint16(entry + 8, 1, little);
    }
  } catch { return null; }
  return segment;
}

// A JPEG with this note after its first two bytes.
export const noted = (blob, note) => (note ? new Blob([blob.slice(0, 2), note, blob.slice(2)], { type: blob.type }) : blob);
