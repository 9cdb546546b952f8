// Photos for the tests, drawn by the browser: a hole in the road, and the same place mended.
const ROAD = `<style>body{margin:0;height:900px;background:linear-gradient(#9aa3a8 0 30%,#5b5f63 30%)}
i,b{position:absolute;border-radius:50%}i{left:260px;top:430px;width:640px;height:250px;background:#2c2e30;box-shadow:inset 0 40px 60px #000}
b{left:330px;top:520px;width:420px;height:110px;background:#6d7f88}u{position:absolute;left:0;top:300px;width:100%;height:14px;background:#d8d6cf}
.mended i{background:#4a4d50;box-shadow:none}.mended b{display:none}</style>`;

// Two photos as JPEG: { hole, mended }.
export async function draw(browser) {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  const shot = async (kind) => {
    await page.setContent(`${ROAD}<body class="${kind}"><u></u><i></i><b></b>`);
    return page.screenshot({ type: "jpeg", quality: 70 });
  };
  const photos = { hole: await shot("hole"), mended: await shot("mended") };
  await page.close();
  return photos;
}

export const upload = (buffer, name = "photo.jpg", mimeType = "image/jpeg") => ({ name, mimeType, buffer });

// A JPEG as a camera with a receiver writes it: its first segment notes where it stood (EXIF 2.3, GPS attributes).
export function located(jpeg, lat, lon) {
  const tiff = Buffer.alloc(26 + 2 + 4 * 12 + 4 + 48), shorts = (at, ...all) => all.forEach((value, i) => tiff.writeUInt16LE(value, at + 2 * i));
  tiff.write("II*\0", 0, "latin1");
  tiff.writeUInt32LE(8, 4);
  shorts(8, 1, 0x8825, 4);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt32LE(26, 18);
  shorts(26, 4);
  const rationals = 26 + 2 + 4 * 12 + 4;
  const entry = (index, tag, kind, count, write) => { const at = 28 + index * 12; shorts(at, tag, kind); tiff.writeUInt32LE(count, at + 4); write(at + 8); };
  const angle = (start, degrees) => [Math.trunc(degrees), 1, Math.trunc((degrees % 1) * 60), 1, Math.round((((degrees % 1) * 60) % 1) * 60_000), 1_000]
    .forEach((value, i) => tiff.writeUInt32LE(value, start + 4 * i));
  entry(0, 1, 2, 2, (at) => tiff.write(lat < 0 ? "S" : "N", at));
  entry(1, 2, 5, 3, (at) => tiff.writeUInt32LE(rationals, at));
  entry(2, 3, 2, 2, (at) => tiff.write(lon < 0 ? "W" : "E", at));
  entry(3, 4, 5, 3, (at) => tiff.writeUInt32LE(rationals + 24, at));
  angle(rationals, Math.abs(lat));
  angle(rationals + 24, Math.abs(lon));
  const body = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]), head = Buffer.alloc(4);
  head.writeUInt16BE(0xffe1, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

// Large enough that the browser shrinks it before it leaves.
export async function large(browser) {
  const page = await browser.newPage({ viewport: { width: 2400, height: 1800 } });
  await page.setContent(`<canvas width="2400" height="1800"></canvas><script>
    const pen = document.querySelector("canvas").getContext("2d"), image = pen.createImageData(2400, 1800);
    for (let i = 0, seed = 1; i < image.data.length; i++) { seed = (seed * 1103515245 + 12345) % 2147483648; image.data[i] = i % 4 === 3 ? 255 : seed >> 16 & 127; }
    pen.putImageData(image, 0, 0);</script>`);
  const photo = await page.screenshot({ type: "jpeg", quality: 80 });
  await page.close();
  return photo;
}
