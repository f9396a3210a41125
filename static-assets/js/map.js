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

  /** A marker that the keyboard reaches and a screen reader names. */
  function marker(spot, className, label, text) {
    const icon = L.divIcon({ className: '', html: element('span', className, text), iconSize: null });
    const made = L.marker(spot, { icon, keyboard: true, riseOnHover: true });
    made.on('add', () => made.getElement().setAttribute('aria-label', label));
    return made;
  }

  function size(count) {
    return count < 10 ? 's' : count < 100 ? 'm' : 'l';
  }

  /** What is told of one shop: its name leads to its page. */
  function card(shop, base) {
    const told = element('li');
    const link = element('a', '', shop.name);
    link.href = `${base}/${shop.ref}`;
    told.append(link, element('span', `du-status du-status--${shop.kind}`, shop.status), element('span', 'du-soft', shop.category), element('span', 'du-soft', shop.address));
    return told;
  }

  function cards(shops, base) {
    const list = element('ul', 'du-map__cards');
    shops.forEach((shop) => list.append(card(shop, base)));
    return list;
  }

  /** Shops of one building lie on one point: one marker for them all. */
  function buildings(shops) {
    const found = new Map();
    for (const shop of shops) {
      const key = `${shop.latitude},${shop.longitude}`;
      found.set(key, [...(found.get(key) ?? []), shop]);
    }
    return [...found.values()];
  }

  function markers(answer, place, map) {
    const many = (count) => place.dataset.many.replace('{n}', count.toLocaleString());
    const single = buildings(answer.shops).map((shops) => {
      const [{ latitude, longitude, name, kind }] = shops;
      const label = shops.map((shop) => shop.name).join(', ');
      return marker([latitude, longitude], `du-map__shop du-map__shop--${kind}`, label, shops.length > 1 ? String(shops.length) : '')
        .bindTooltip(shops.length > 1 ? label : name, { direction: 'top' })
        .bindPopup(() => cards(shops, place.dataset.base), { maxWidth: 280 });
    });
    const clusters = answer.clusters.map(([latitude, longitude, count]) => marker([latitude, longitude],
      `du-map__many du-map__many--${size(count)}`, many(count), count.toLocaleString())
      .on('click', () => map.flyTo([latitude, longitude], Math.min(map.getZoom() + 2, 19), { animate: false })));
    return [...single, ...clusters];
  }

  /** Shows the shops of the part of the map that is seen, narrowed as the list is. */
  function follow(place, map) {
    const layer = L.layerGroup().addTo(map);
    const told = document.querySelector('[data-map-told]');
    const filters = document.querySelector('.du-filters');
    let asked = 0;
    async function show() {
      const mine = ++asked;
      const query = new URLSearchParams(filters ? new FormData(filters) : undefined);
      const box = map.getBounds();
      for (const side of ['South', 'West', 'North', 'East']) query.set(side.toLowerCase(), box[`get${side}`]().toFixed(5));
      query.set('zoom', String(Math.round(map.getZoom())));
      try {
        const answer = await json(`${place.dataset.points}?${query}`);
        if (mine !== asked) return; // The map has moved on meanwhile.
        const held = layer.getLayers().some((one) => one.getElement() === document.activeElement);
        layer.clearLayers();
        markers(answer, place, map).forEach((one) => layer.addLayer(one));
        if (held) place.focus({ preventScroll: true });
        if (told) told.textContent = place.dataset.told.replace('{n}', answer.total.toLocaleString());
      } catch (error) {
        console.warn(error);
      }
    }
    map.on('moveend', () => { if (!map.getPane('popupPane').childElementCount) show(); });
    document.addEventListener('htmx:afterSwap', (event) => { if (event.target.id === 'results') show(); });
    show();
  }

  /** Lets a place be chosen: the map and the two fields say the same. */
  function pick(place, map) {
    const latitude = document.getElementById('latitude');
    const longitude = document.getElementById('longitude');
    const spot = () => [Number(latitude.value), Number(longitude.value)];
    const written = () => spot().every((one) => Number.isFinite(one) && one > 0);
    const pin = marker(written() ? spot() : map.getCenter(), 'du-map__pin', place.getAttribute('aria-label'), '');
    pin.options.keyboard = false;
    function move(to) {
      pin.setLatLng(to).addTo(map);
    }
    if (written()) {
      move(spot());
      map.setView(spot(), Math.max(map.getZoom(), map.getBounds().contains(spot()) ? map.getZoom() + 2 : map.getMinZoom()), { animate: false });
    }
    map.on('click', (event) => {
      latitude.value = event.latlng.lat.toFixed(6);
      longitude.value = event.latlng.lng.toFixed(6);
      move(event.latlng);
    });
    for (const field of [latitude, longitude]) {
      field.addEventListener('change', () => {
        if (!written()) return;
        move(spot());
        map.panTo(spot(), { animate: false });
      });
    }
  }

  async function draw(place) {
    try {
      const features = await json(place.dataset.outlines);
      if (features.features.length === 0) return;
      const map = begin(place, features);
      if (place.dataset.points) follow(place, map);
      if ('pick' in place.dataset) pick(place, map);
    } catch (error) {
      console.warn(error);
    }
  }

  document.querySelectorAll('.du-map[data-outlines]').forEach(draw);
})();
