// Boxes are drawn on a photo with a finger or a mouse; a tap still ticks the square below it.
const WHOLE = 10_000, MOVED = 8;
const among = (value) => Math.min(1, Math.max(0, value));

function boxes(frame) {
  const input = frame.closest("form").querySelector("[name=boxes]"), undo = frame.closest("form").querySelector("[data-undo]");
  const drawn = [];
  let from = null, box = null, dragged = false;
  const place = ({ clientX, clientY }) => {
    const at = frame.getBoundingClientRect();
    return [among((clientX - at.left) / at.width), among((clientY - at.top) / at.height)];
  };
  const show = ([x, y]) => {
    const [left, top] = [Math.min(x, from[0]), Math.min(y, from[1])], [width, height] = [Math.abs(x - from[0]), Math.abs(y - from[1])];
    // A picture is not mirrored: its boxes are placed from its own left.
    Object.assign(box.style, { left: `${left * 100}%`, top: `${top * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` });
    return [Math.floor(left * WHOLE), Math.floor(top * WHOLE), Math.ceil(width * WHOLE), Math.ceil(height * WHOLE)];
  };
  const write = () => { input.value = drawn.map(({ part }) => part.join(",")).join(";"); undo.hidden = !drawn.length; };
  frame.addEventListener("pointerdown", (event) => { if (event.isPrimary && event.button === 0) { from = place(event); dragged = false; } });
  addEventListener("pointermove", (event) => {
    if (!from || !event.isPrimary) return;
    const at = frame.getBoundingClientRect(), [x, y] = place(event);
    if (!box && Math.hypot((x - from[0]) * at.width, (y - from[1]) * at.height) < MOVED) return;
    if (!box) { box = document.createElement("span"); box.className = "box"; frame.append(box); dragged = true; }
    show([x, y]);
  });
  const end = (event) => {
    if (from && box) {
      const [x, y, width, height] = show(place(event));
      const part = [x, y, Math.min(width, WHOLE - x), Math.min(height, WHOLE - y)];
      if (part[2] > 0 && part[3] > 0) drawn.push({ part, box }); else box.remove();
      write();
    }
    from = box = null;
  };
  addEventListener("pointerup", end);
  addEventListener("pointercancel", () => { box?.remove(); from = box = null; });
  frame.addEventListener("click", (event) => { if (dragged) event.preventDefault(); dragged = false; }, true);
  frame.addEventListener("dragstart", (event) => event.preventDefault());
  undo.addEventListener("click", () => { drawn.pop()?.box.remove(); write(); });
}

for (const frame of document.querySelectorAll("[data-blur]")) boxes(frame);
