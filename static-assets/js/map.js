// Draws the districts, and the shops in them, without a tile server. What it shows stands in the
// list beside it, too; it works with the keyboard, and a page without it lacks nothing.
'use strict';

(() => {
  const PADDING = [16, 16];

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function borders() {
    return { color: colour('--du-border-field'), weight: 1.25, fillColor: colour('--du-surface-tint'), fillOpacity: 1 };
  }

  function element(tag, className, text) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  async function json(address) {
    const answer = await fetch(address, { headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.json();
  }

  /** The name of a district in its middle; no button, and the list names it to screen readers. */
  function nameOf(feature, language) {
    const { at, name, nameEn } = feature.properties;
    const label = element('span', '', language === 'en' ? nameEn : name);
    const icon = L.divIcon({ className: 'du-map__name', html: label, iconSize: null });
    return L.marker([at[1], at[0]], { icon, interactive: false, keyboard: false });
  }

  /** Leaves out the names that would lie on one another. */
  function thin(names) {
    const shown = [];
    for (const marker of names) {
      const label = marker.getElement().firstElementChild;
      label.classList.remove('is-out');
      const box = label.getBoundingClientRect();
      const free = shown.every((other) => box.right < other.left || box.left > other.right
        || box.bottom < other.top || box.top > other.bottom);
      label.classList.toggle('is-out', !free);
      if (free) shown.push(box);
    }
  }

  function begin(place, features) {
    place.querySelector('.du-map__off')?.remove();
    const map = L.map(place, { preferCanvas: true, zoomControl: false, attributionControl: false, zoomSnap: 0.5, maxZoom: 19 });
    L.control.zoom({ zoomInTitle: place.dataset.zoomIn, zoomOutTitle: place.dataset.zoomOut }).addTo(map);
    const areas = L.geoJSON(features, { style: borders(), interactive: false });
    const bounds = areas.getBounds();
    map.fitBounds(bounds, { padding: PADDING });
    map.setMinZoom(Math.max(1, map.getZoom() - 1));
    map.setMaxBounds(bounds.pad(1));
    areas.addTo(map);
    const names = features.features.map((one) => nameOf(one, document.documentElement.lang).addTo(map));
    map.on('zoomend resize', () => thin(names));
    thin(names);
    window.addEventListener('beforeprint', () => { map.invalidateSize({ animate: false }); map.fitBounds(bounds, { padding: PADDING, animate: false }); });
    return map;
  }

  async function draw(place) {
    try {
      const features = await json(place.dataset.outlines);
      if (features.features.length === 0) return;
      const map = begin(place, features);
      place.dispatchEvent(new CustomEvent('du:map', { bubbles: true, detail: { map, json, element } }));
    } catch (error) {
      console.warn(error);
    }
  }

  document.querySelectorAll('.du-map[data-outlines]').forEach(draw);
})();
