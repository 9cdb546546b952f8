// Scripts only improve: every page and form works without them.
import { again } from "./js/again.js";
import { autosave } from "./js/autosave.js";
import { fields } from "./js/fields.js";
import { keep } from "./js/keep.js";
import { leave } from "./js/leave.js";
import { live } from "./js/live.js";
import { photos } from "./js/photo.js";
import { points } from "./js/point.js";
import { questions } from "./js/questions.js";
import { resume } from "./js/resume.js";
import { touches } from "./js/touch.js";

for (const start of [fields, touches, photos, points, questions, keep, autosave, resume, live, again, leave]) {
  try { start(); } catch (fault) { console.error(fault); }
}
