// Scripts only improve: every page and form works without them.
import { keep } from "./js/keep.js";
import { photos } from "./js/photo.js";
import { points } from "./js/point.js";
import { touches } from "./js/touch.js";

for (const start of [touches, photos, points, keep]) {
  try { start(); } catch (fault) { console.error(fault); }
}
