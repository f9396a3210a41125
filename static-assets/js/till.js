// The shop's page of incoming payments: two short tones for each that comes, once sound was let on.
'use strict';

const soundButton = document.querySelector('[data-sound]');
const lost = document.querySelector('[data-lost]');
const said = document.querySelector('[data-said]');
const MOST_RINGS = 3;
let speaker = null;

function tone(pitch, from) {
  const source = speaker.createOscillator();
  const volume = speaker.createGain();
  const start = speaker.currentTime + from;
  source.frequency.value = pitch;
  volume.gain.setValueAtTime(0.3, start);
  volume.gain.exponentialRampToValueAtTime(0.001, start + 0.25);
  source.connect(volume).connect(speaker.destination);
  source.start(start);
  source.stop(start + 0.25);
}

function ring(from) {
  if (speaker === null) return;
  tone(880, from);
  tone(1175, from + 0.18);
}

// A browser makes no sound before somebody has pressed something.
soundButton.hidden = false;
soundButton.addEventListener('click', () => {
  const on = speaker === null;
  if (on) {
    speaker = new AudioContext();
    ring(0);
  } else {
    speaker.close();
    speaker = null;
  }
  soundButton.textContent = on ? soundButton.dataset.on : soundButton.dataset.off;
});

// Only for payments that the page did not show before, and one after the other.
const paid = () => [...document.querySelectorAll('[data-paid]')].map((row) => row.dataset.paid);
const known = new Set(paid());
document.addEventListener('htmx:afterSwap', () => {
  const fresh = paid().filter((id) => !known.has(id));
  fresh.slice(0, MOST_RINGS).forEach((id, nth) => ring(nth * 0.6));
  fresh.forEach((id) => known.add(id));
  if (fresh.length > 0) said.textContent = document.querySelector('[data-headline] strong').textContent;
});

// A page that hears nothing any more must not look as if nothing came.
document.addEventListener('htmx:afterRequest', (event) => {
  lost.hidden = event.detail.successful;
});
