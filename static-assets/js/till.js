// The shop's page of incoming payments: two short tones for each that comes, once sound was let on.
'use strict';

const soundButton = document.querySelector('[data-sound]');
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

function ring() {
  if (speaker === null) return;
  tone(880, 0);
  tone(1175, 0.18);
}

// A browser makes no sound before somebody has pressed something.
soundButton.hidden = false;
soundButton.addEventListener('click', () => {
  const on = speaker === null;
  if (on) {
    speaker = new AudioContext();
    ring();
  } else {
    speaker.close();
    speaker = null;
  }
  soundButton.setAttribute('aria-pressed', String(on));
  soundButton.textContent = on ? soundButton.dataset.on : soundButton.dataset.off;
});

// Only for payments that the page did not show before.
const newest = () => document.getElementById('incoming').dataset;
let shown = newest().newest;
document.addEventListener('htmx:afterSwap', () => {
  const now = newest();
  if (now.newest !== shown && now.rings === 'true') ring();
  shown = now.newest;
});
