// Names of places keep clear of the counts and of each other; where there is no room an arrondissement goes before a quarter.

// How far from its place a name still says which place it means, and what of a count's rim it may cover, in pixels.
const FAR = 56, RIM = 2, GAP = 2;

const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const moved = (box, [x, y]) => ({ left: box.left + x, right: box.right + x, top: box.top + y, bottom: box.bottom + y });

// Below it, above it, beside it: the shortest first.
function ways(box, others) {
  const past = ({ left, right, top, bottom }) =>
    [[0, bottom + GAP - box.top], [0, top - GAP - box.bottom], [right + GAP - box.left, 0], [left - GAP - box.right, 0]];
  return others.flatMap(past).filter(([x, y]) => Math.hypot(x, y) <= FAR).sort((a, b) => Math.hypot(...a) - Math.hypot(...b));
}

export function tidied(map) {
  const names = [];
  let waiting = 0;
  const seen = (selector, rim) => {
    const { left, top } = map.getContainer().getBoundingClientRect();
    return Array.from(map.getContainer().querySelectorAll(selector), (one) => one.getBoundingClientRect())
      .map((box) => ({ left: box.left - left + rim, right: box.right - left - rim, top: box.top - top + rim, bottom: box.bottom - top - rim }));
  };
  const tidy = () => {
    waiting = 0;
    const counts = seen(".cluster", RIM), taken = seen(".maplibregl-ctrl-group", 0);
    const shown = names.filter(({ marker }) => !marker.getElement().hidden).map(({ marker, small }) => {
      const { x, y } = map.project(marker.getLngLat()), { offsetWidth: width, offsetHeight: height } = marker.getElement();
      return { marker, small, box: { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 } };
    });
    for (const { marker, small, box } of shown.sort((a, b) => a.small - b.small)) {
      const free = (way) => ![...counts, ...taken].some((other) => meets(moved(box, way), other));
      const found = [[0, 0], ...ways(box, small ? counts : [...counts, ...taken])].find(free);
      marker.setOffset(found ?? [0, 0]);
      marker.getElement().classList.toggle("crowded", !found);
      if (found) taken.push(moved(box, found));
    }
  };
  const soon = () => { waiting ||= requestAnimationFrame(tidy); };
  map.on("idle", soon);
  return { soon, add(marker, small) { names.push({ marker, small }); soon(); } };
}
