// Where the telephone is, and how far things are. Nothing of it is kept but with a photograph.
const FRESH = 120_000;
const told = new EventTarget();
let here = null, watching = null;

export const position = () => (here && Date.now() - here.at < FRESH ? here : null);
export const onMove = (act) => told.addEventListener("move", act);

function note({ coords }) {
  const first = !here, from = here;
  here = { lat: coords.latitude, lon: coords.longitude, at: Date.now() };
  if (first || metres(from, here) > 25) told.dispatchEvent(new Event("move"));
}

export function watch() {
  if (watching !== null || !navigator.geolocation) return;
  watching = navigator.geolocation.watchPosition(note, () => {}, { enableHighAccuracy: true, maximumAge: 30_000 });
}

// The place at this moment, or null after a while.
export function now(wait = 8000) {
  if (!navigator.geolocation) return Promise.resolve(null);
  return new Promise((done) => navigator.geolocation.getCurrentPosition(
    (found) => { note(found); done(here); }, () => done(position()), { enableHighAccuracy: true, timeout: wait, maximumAge: 60_000 },
  ));
}

const RADIUS = 6_371_000, radians = (degrees) => (degrees * Math.PI) / 180;
export function metres(one, other) {
  const lat = radians(other.lat - one.lat) / 2, lon = radians(other.lon - one.lon) / 2;
  const half = Math.sin(lat) ** 2 + Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * Math.sin(lon) ** 2;
  return 2 * RADIUS * Math.asin(Math.sqrt(half));
}
