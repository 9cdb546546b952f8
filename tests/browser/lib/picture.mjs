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
