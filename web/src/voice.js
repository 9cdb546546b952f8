import { make } from "./js/words.js";

// A voice note is recorded in the page and put into the file field; without a microphone the field stays as it is.
const KINDS = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4"];

const kind = () => KINDS.find((name) => MediaRecorder.isTypeSupported(name));
const clock = (secs) => `${Math.floor(secs / 60)}:${String(secs % 60).padStart(2, "0")}`;

function start(box) {
  const part = (name) => box.querySelector(`[data-voice-${name}]`);
  const [tools, begin, end, status, heard] = ["tools", "start", "stop", "status", "heard"].map(part);
  const input = box.querySelector("input[type=file]"), most = Number(box.dataset.most);
  const words = input.form.elements.words;
  const field = box.querySelector(".photo"), earlier = () => input.form.elements.x_voice;
  // Its word is the page's; a page without one shows no button.
  const remove = make("button", "btn plain", box.dataset.remove);
  let recorder = null, timer = 0, recorded = null;

  const tell = (name, more = "") => { status.textContent = [box.dataset[name], more].join(" ").trim(); };
  const running = (yes) => { begin.hidden = yes; end.hidden = !yes; (yes ? end : begin).focus(); };

  function show() {
    if (heard.src) URL.revokeObjectURL(heard.src);
    const [file] = input.files;
    heard.hidden = !file;
    remove.hidden = !box.dataset.remove || !(file || earlier());
    // What was recorded here has no name that says anything to anybody.
    if (field) field.hidden = Boolean(file && file === recorded);
    if (file) heard.src = URL.createObjectURL(file);
    // Who said it need not write it.
    if (words) words.setAttribute("aria-required", String(!file));
  }

  // What was said is taken back: the file, or what the house keeps of a form that came back.
  function takeBack() {
    const kept = earlier();
    if (kept) {
      kept.remove();
      box.querySelector(".thumbs")?.remove();
    }
    recorded = null;
    input.value = "";
    input.dispatchEvent(new Event("change", { bubbles: true }));
    tell("removed");
    begin.focus();
  }

  function keep(pieces, type) {
    const plain = type.split(";")[0];
    const carrier = new DataTransfer();
    carrier.items.add(new File(pieces, `voice.${plain.split("/")[1]}`, { type: plain }));
    input.files = carrier.files;
    [recorded] = input.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    tell("done");
  }

  async function record() {
    tell("wait");
    let stream;
    try { stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, noiseSuppression: true } }); } catch { tell("refused"); return; }
    const pieces = [];
    recorder = new MediaRecorder(stream, { mimeType: kind(), audioBitsPerSecond: 24_000 });
    recorder.addEventListener("dataavailable", ({ data }) => { if (data.size) pieces.push(data); });
    recorder.addEventListener("stop", () => {
      clearInterval(timer);
      stream.getTracks().forEach((track) => track.stop());
      running(false);
      keep(pieces, recorder.mimeType);
    });
    recorder.start();
    running(true);
    let secs = 0;
    tell("says", clock(secs));
    timer = setInterval(() => {
      secs += 1;
      tell("says", `${clock(secs)} / ${clock(most)}`);
      if (secs >= most) recorder.stop();
    }, 1_000);
  }

  begin.addEventListener("click", record);
  end.addEventListener("click", () => recorder?.state === "recording" && recorder.stop());
  remove.type = "button";
  remove.addEventListener("click", takeBack);
  tools.append(remove);
  input.addEventListener("change", show);
  remove.hidden = !box.dataset.remove || !earlier();
  tools.hidden = false;
}

if (window.MediaRecorder && navigator.mediaDevices && kind()) document.querySelectorAll("[data-voice]").forEach(start);
